using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>Verdicts that depend on what is known of the base image, the system and the programs that are started.</summary>
public sealed class VerdictTests
{
    [Theory]
    // What the base is known to set, what adds to itself on an unknown one, and what another stage of the same unknown one sets.
    [InlineData("FROM node:22\nENV A=$NODE_VERSION\n")]
    [InlineData("FROM node:22\nENV NODE_VERSION=$NODE_VERSION-x\n")]
    [InlineData("FROM nvidia/own:1\nENV LD_LIBRARY_PATH=/x:$LD_LIBRARY_PATH\n")]
    [InlineData("FROM own/base:1\nENV LD_LIBRARY_PATH=\"${LD_LIBRARY_PATH}:/x\"\n")]
    [InlineData("FROM own/base:1 AS a\nENV FOO=1\nFROM own/base:1 AS b\nENV BAR=$FOO\n")]
    [InlineData("ARG ARCH\nFROM alpine:3.22 AS base-amd64\nENV X=1\nFROM alpine:3.22 AS base-arm64\nENV X=2\n"
        + "FROM base-${ARCH}\nENV Y=$X\n")]
    [InlineData("FROM own/base:1 AS a\nENV FOO=1\nFROM other/base:1 AS b\nENV BAR=[|$FOO|]\n")]
    [InlineData("FROM debian:12\nENV LD_LIBRARY_PATH=/x:[|$LD_LIBRARY_PATH|]\n")]
    [InlineData("FROM own/base:1\nENV DATABASE=[|$DATABASE|]\n")]
    [InlineData("ARG ARCH\nFROM alpine:3.22 AS base-amd64\nENV X=1\nFROM alpine:3.22 AS base-arm64\nFROM base-${ARCH}\nENV Y=[|$X|]\n")]
    public void A_variable_that_the_base_image_may_set_is_not_told(string text) => MarkedCase.Check("UndefinedVar", text);

    [Theory]
    [InlineData("FROM alpine:3.22\nENV A=\"${A:-x}\" B=\"${A:-x}/y\"\n")]
    [InlineData("FROM alpine:3.22\nENV A=1 B=${A-x} C=${A:+x} D=${A+x}\n")]
    [InlineData("FROM node:22\nENV NODE_VERSION=1 B=$NODE_VERSION\n")]
    [InlineData("FROM own/base:1\nENV LD_LIBRARY_PATH=/a:$LD_LIBRARY_PATH B=$LD_LIBRARY_PATH\n")]
    [InlineData("FROM alpine:3.22\nENV A=1 B=[|${A}|]/b\n")]
    [InlineData("FROM alpine:3.22\nENV A=1 B=[|${A:?no}|]\n")]
    public void A_reference_beside_its_definition_is_told_where_it_has_no_value(string text) => MarkedCase.Check("DL3044", text);

    [Theory]
    [InlineData("FROM golang:1.25\nWORKDIR app\n")]
    [InlineData("FROM php:8.4-apache AS a\nFROM a\nWORKDIR app\n")]
    [InlineData("ARG A\nFROM alpine:3.22 AS x-a\nWORKDIR /srv\nFROM x-$A\nWORKDIR app\n")]
    [InlineData("FROM alpine:3.22\nWORKDIR [|app|]\n")]
    [InlineData("FROM own/base:1\nWORKDIR [|app|]\n")]
    public void A_relative_workdir_is_told_unless_the_base_says_where_it_leads(string text) => MarkedCase.Check("DL3000", text);

    [Theory]
    [InlineData("FROM alpine:3.22\nWORKDIR app\n", "DL3000", Severity.Error)]
    [InlineData("FROM own/base:1\nWORKDIR app\n", "DL3000", Severity.Info)]
    [InlineData("ARG B\nFROM $B\nWORKDIR app\n", "DL3000", Severity.Info)]
    [InlineData("FROM alpine:3.22\nCOPY a b\n", "DL3045", Severity.Warning)]
    [InlineData("FROM own/base:1\nCOPY a b\n", "DL3045", Severity.Info)]
    [InlineData("FROM debian:12\nCMD a b\n", "DL3025", Severity.Warning)]
    [InlineData("FROM mcr.microsoft.com/windows/servercore:ltsc2022\nCMD ping localhost\n", "DL3025", Severity.Info)]
    public void What_only_the_base_image_knows_weighs_less(string text, string id, Severity expected)
    {
        var finding = Assert.Single(Find(id, text));
        Assert.Equal(expected, finding.Severity);
    }

    [Fact]
    public void Signals_are_no_matter_on_windows() => Assert.DoesNotContain(
        "signal", Assert.Single(Find("DL3025", "FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nCMD a %B%\n")).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("ENV RESET_OS_PASSWORD=\"resetOSPassword.sh\"\n")]
    [InlineData("ENV DB_PASSWORD=\"${DB_PASSWORD:-}\"\n")]
    [InlineData("ENV PGRST_ROLE_CLAIM_KEY=.role\n")]
    [InlineData("ENV JWT_KEY=keys/jwt.pem TLS_KEY=$CONF/tls TLS_TOKEN=C:/token ADMIN_TOKEN=../token\n")]
    [InlineData("ENV X_PASSPHRASE_FILE=hunter2 password_file=hunter2 AUTH_MODULE_VERSION=hunter2\n")]
    [InlineData("ENV [|DB_PASSWORD|]=hunter2\n")]
    [InlineData("ENV [|DB_PASSWORD|]=\"${DB_PASSWORD:-hunter2}\"\n")]
    [InlineData("ENV [|API_TOKEN|]=aGVsbG8/d29ybGQ\n")]
    [InlineData("ARG [|DB_PASSWORD|]\nENV [|DB_PASSWORD|]=${DB_PASSWORD:-}\n")]
    public void A_path_or_an_empty_default_is_no_secret(string text) => MarkedCase.Check("DL3064", "FROM alpine:3.22\n" + text);

    [Theory]
    [InlineData("RUN useradd -m ftpuser\nENTRYPOINT [\"pure-ftpd\"]\n")]
    [InlineData("RUN useradd -m vmail\nCMD [\"/usr/sbin/dovecot\", \"-F\"]\n")]
    [InlineData("RUN useradd -m mail\nCMD postfix -c /etc/postfix\n")]
    [InlineData("RUN useradd -m app\nCMD [\"uwsgi\", \"--uid\", \"app\"]\n")]
    [InlineData("RUN useradd -m app\nCMD [\"server\", \"--user=app\"]\n")]
    [InlineData("RUN [|useradd|] -m app\nCMD [\"java\", \"-jar\", \"a.jar\"]\n")]
    [InlineData("RUN [|useradd|] -m app\nCMD [\"python\", \"-u\", \"app.py\"]\n")]
    public void The_account_of_a_program_that_switches_to_it_is_used(string text) => MarkedCase.Check("DK6005", "FROM debian:12\n" + text);

    [Theory]
    [InlineData("FROM debian:12\nCMD [\"memcached\", \"-u\", \"daemon\"]\n")]
    [InlineData("FROM debian:12\nENTRYPOINT [\"server\", \"--user=www\"]\n")]
    [InlineData("FROM debian:12\nCMD [\"nginx\", \"-g\", \"daemon off;\"]\n")]
    [InlineData("FROM kibana:8.15.0\nCMD [\"/app\"]\n")]
    [InlineData("FROM gcr.io/distroless/base:nonroot\nENTRYPOINT [\"/app\"]\n")]
    [InlineData("FROM own/base:1\nENTRYPOINT [\"/app\"]\n")]
    [InlineData("FROM postgres:17\nCMD [\"postgres\", \"-c\", \"x=y\"]\n")]
    [InlineData("FROM [|debian:12|]\nCMD [\"python\", \"-u\", \"app.py\"]\n")]
    [InlineData("FROM [|node:22|]\nCMD [\"node\", \"app.js\"]\n")]
    [InlineData("FROM [|gcr.io/distroless/base|]\nENTRYPOINT [\"/app\"]\n")]
    public void An_image_runs_as_root_if_its_base_is_known_to(string text) => MarkedCase.Check("DK2001", text);

    [Theory]
    [InlineData("FROM debian:12\nRUN ( mysqld & ) | grep -q ready\n")]
    [InlineData("FROM debian:12\nRUN { a & } | grep -q ready\n")]
    [InlineData("FROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN powershell -Command Get-Item x | Remove-Item\n")]
    [InlineData("ARG B\nFROM $B\nRUN Get-Item x | Remove-Item\n")]
    [InlineData("FROM golang:1.16-windowsservercore\nRUN a | b\n")]
    [InlineData("FROM debian:12\nRUN ( a; b & ) [|||] grep -q ready\n")]
    [InlineData("FROM own/base:1\nRUN a [|||] b\n")]
    public void A_pipe_is_told_where_pipefail_would_help(string text) => MarkedCase.Check("DL4006", text);

    [Theory]
    [InlineData("FROM python:3.13-slim\nRUN curl u | tar x\n", "/bin/bash")]
    [InlineData("FROM docker:28\nRUN curl u | tar x\n", "/bin/ash")]
    [InlineData("FROM mcr.microsoft.com/dotnet/sdk:8.0\nRUN curl u | tar x\n", "/bin/bash")]
    public void Pipefail_is_set_with_the_shell_that_the_image_has(string text, string shell) =>
        Assert.Contains(
            $"\nSHELL [\"{shell}\", \"-o\", \"pipefail\", \"-c\"]\nRUN", MarkedCase.Fixed("DL4006", text), StringComparison.Ordinal);

    [Theory]
    [InlineData("FROM own/base:1\nRUN curl u | tar x\n")]
    [InlineData("ARG B=debian:12\nFROM $B\nRUN curl u | tar x\n")]
    public void Of_an_unknown_image_no_shell_is_named(string text) => Assert.Empty(Assert.Single(Find("DL4006", text)).Fixes);

    [Theory]
    [InlineData("RUN curl -o a.zip https://example.com/a-1.zip && tar -xf a.zip && del a.zip\n")]
    [InlineData("RUN curl -o a.zip https://example.com/a-1.zip && tar -xf a.zip && del /q a.zip\n")]
    [InlineData("RUN curl -o a.zip https://example.com/a-1.zip && tar -xf a.zip && erase a.zip\n")]
    [InlineData("RUN [|curl|] -o a.zip https://example.com/a-1.zip && tar -xf a.zip\n")]
    public void An_archive_that_cmd_deletes_is_gone(string text) =>
        MarkedCase.Check("DK4009", "FROM mcr.microsoft.com/windows/servercore:ltsc2022\n" + text);

    [Theory]
    [InlineData("FROM alpine:3.22 AS files\nCOPY app /srv/app\nRUN chown -R 1:1 /srv/app\nFROM alpine:3.22\nCOPY --from=files /srv /srv\n")]
    [InlineData("FROM alpine:3.22\nCOPY app /srv/app\nRUN chmod -R 777 /srv/app\n")]
    [InlineData("FROM node:22\nCOPY app /srv/app\nRUN cd /srv/app && npm ci\nRUN chown -R node:node /srv/app\n")]
    [InlineData("FROM node:22\nCOPY app /srv/app\nRUN cd /srv/app && npm ci && chown -R node:node /srv/app\n")]
    [InlineData("FROM node:22\nCOPY app /srv/app\nRUN npm --prefix /srv/app ci && chown -R node:node /srv/app\n")]
    [InlineData("FROM node:22\nCOPY app /srv/app\nRUN apt-get update && apt-get install -y jq && [|chown|] -R node:node /srv/app\n")]
    [InlineData("FROM node:22\nCOPY app /srv/app\nRUN [|chmod|] -R 755 /srv/app && cd /srv/app && npm ci\n")]
    [InlineData("FROM debian:12\nCOPY a.sh /\nRUN curl u | tar xz -C /opt && [|chmod|] +x /a.sh\n")]
    public void A_change_after_a_copy_is_told_where_a_flag_of_the_copy_does_the_same(string text) => MarkedCase.Check("DK4004", text);

    [Theory]
    [InlineData("apt-get purge")]
    [InlineData("apt-get remove")]
    [InlineData("apt-get install")]
    [InlineData("[|apt-get|] purge curl")]
    [InlineData("[|apt-get|] purge --auto-remove")]
    [InlineData("[|apt-get|] install -f")]
    [InlineData("[|apt-get|] install curl")]
    public void Apt_asks_nothing_where_there_is_nothing_to_do(string command) =>
        MarkedCase.Check("DL3014", $"FROM debian:12\nRUN {command}\n");

    [Theory]
    [InlineData("cd /var/lib/apt/lists && rm -rf ./*")]
    [InlineData("cd /var/lib && rm -rf ./apt/lists/*")]
    [InlineData("cd /var/lib/apt/lists/partial && rm -rf ../*")]
    [InlineData("pushd /var/lib/apt/lists && rm -rf * && popd")]
    [InlineData("(cd /var/lib/apt/lists; find . -type f -delete)")]
    [InlineData("cd \"$LISTS\" && rm -rf *")]
    public void A_cleaning_is_seen_from_any_folder(string cleaning) =>
        Assert.Empty(Find("DL3009", $"FROM debian:12\nRUN apt-get update && {cleaning}\n"));

    [Theory]
    [InlineData("cd /srv && rm -rf ./*")]
    [InlineData("cd /srv && rm -rf ./apt/lists/*")]
    [InlineData("pushd /var/lib/apt/lists && popd && rm -rf *")]
    [InlineData("(cd /var/lib/apt/lists); find . -type f -delete")]
    [InlineData("cd \"$LISTS\" && rm -rf other")]
    public void What_is_cleaned_elsewhere_does_not_count(string cleaning) =>
        Assert.Single(Find("DL3009", $"FROM debian:12\nWORKDIR /srv\nRUN apt-get update && {cleaning}\n"));

    [Theory]
    [InlineData("DL3019", "FROM alpine:3.22\nRUN apk add curl=1 && cd /var/cache && rm -rf ./apk/*\n")]
    [InlineData("DL3040", "FROM fedora:42\nRUN dnf install -y curl-8.11.1 && cd /var && rm -rf ./cache/dnf ./cache/libdnf5\n")]
    [InlineData("DL3009", "ARG A\nFROM debian:12 AS x-a\nRUN apt-get update\nFROM x-$A AS m\nFROM scratch\nCOPY --from=m /x /\n")]
    [InlineData("DL3009", "ARG A=a\nFROM debian:12 AS x-a\nFROM debian:12 AS x-b\nRUN apt-get update\nFROM x-$A AS m\nFROM scratch\n"
        + "COPY --from=m /x /\n")]
    public void What_is_cleaned_or_not_shipped_is_not_told(string id, string text) => Assert.Empty(Find(id, text));

    [Theory]
    [InlineData("ARG A\nFROM debian:12 AS x-a\nRUN [|apt-get|] update\nFROM x-$A\nCMD [\"a\"]\n")]
    public void A_stage_that_the_image_may_start_from_is_shipped(string text) => MarkedCase.Check("DL3009", text);

    [Fact]
    public void A_command_is_told_with_its_options()
    {
        var text = "FROM eclipse-temurin:21\nCOPY . .\nRUN ./gradlew -x test installDist\n";
        Assert.StartsWith("./gradlew -x test installDist ", Assert.Single(Find("DK1001", text)).Message, StringComparison.Ordinal);
        Assert.StartsWith("CentOS 6 ", Assert.Single(Find("DK2019", "FROM centos:centos6\n")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ARG BASE\nFROM [|$BASE|] AS a\nFROM $BASE AS b\nFROM ${BASE}\n")]
    [InlineData("ARG BASE\nARG TAG\nFROM [|$BASE|] AS a\nFROM [|debian:$TAG|]\n")]
    [InlineData("ARG TAG=\nFROM [|debian:$TAG|] AS a\nFROM [|debian:$TAG|]\n")]
    public void An_argument_that_has_to_be_given_is_told_once(string text) => MarkedCase.Check("InvalidDefaultArgInFrom", text);

    [Theory]
    [InlineData("pip install --upgrade pip setuptools wheel")]
    [InlineData("uv pip install --system pip")]
    [InlineData("pip install --upgrade pip [|flask|]")]
    [InlineData("pip install [|pipx|]")]
    public void Newer_installers_need_no_version(string command) => MarkedCase.Check("DL3013", $"FROM python:3.13\nRUN {command}\n");

    [Theory]
    [InlineData("FROM php:8.4\nENV COMPOSER_NO_DEV=1\nRUN composer install\n")]
    [InlineData("FROM php:8.4\nRUN COMPOSER_NO_DEV=1 composer install\n")]
    [InlineData("FROM python:3.13\nENV UV_NO_DEV=true\nRUN uv sync\n")]
    [InlineData("FROM node:22\nENV NPM_CONFIG_OMIT=dev\nRUN npm ci\n")]
    [InlineData("FROM node:22\nENV NODE_ENV=production\nRUN npm ci\n")]
    [InlineData("FROM php:8.4\nENV COMPOSER_NO_DEV=0\nRUN [|composer|] install\n")]
    [InlineData("FROM node:22\nENV NODE_ENV=development\nRUN [|npm|] ci\n")]
    public void A_variable_may_leave_development_out(string text) => MarkedCase.Check("DK4010", text);

    [Theory]
    [InlineData("FROM own/base:1\nWORKDIR c:/build\n", "strict", 0)]
    [InlineData("FROM own/base:1\nWORKDIR D:\\\\build\n", "strict", 0)]
    [InlineData("FROM own/base:1\nWORKDIR build\n", "strict", 1)]
    [InlineData("FROM own/base:1\nWORKDIR c:/build\n", "buildkit", 1)]
    public void A_drive_makes_a_path_whole_but_for_buildkit(string text, string profile, int count) =>
        Assert.Equal(count, new Linter(RuleCatalog.For(Profile.All.Single(item => item.Name == profile))).Lint(SourceText.From(text))
            .Count(finding => finding.RuleId == "WorkdirRelativePath"));

    private static IReadOnlyList<Diagnostic> Find(string id, string text) =>
        [.. new Linter([RuleCatalog.All.Single(rule => rule.Info.Id == id)], MarkedCase.Config).Lint(SourceText.From(text))];
}
