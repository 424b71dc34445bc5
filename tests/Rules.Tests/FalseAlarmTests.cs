using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>
/// What users of other linters reported as a false alarm, or as one that is missing: the default profile says what they asked for.
/// Those about scripts that ShellCheck reads are among its tests.
/// </summary>
public sealed class FalseAlarmTests
{
    [Theory]
    // Defaults of arguments, and names of stages, are known.
    [InlineData("DL3006", "ARG B=alpine:3.7\nFROM ${B}\n")]
    [InlineData("DL3006", "ARG S=1\nFROM x:1 AS img1\nFROM img${S}\n")]
    [InlineData("DL3007", "ARG V=latest\nFROM ruby:${V}\n", 2)]
    [InlineData("DL3006 DL3007", "FROM x:1 AS build\nFROM build AS publish\n")]
    [InlineData("InvalidDefaultArgInFrom", "ARG IMAGE\nFROM $IMAGE\n", 2)]
    // Versions in variables.
    [InlineData("DL3008", "FROM debian:12\nENV P=\"python3=3.6.7-1\"\nRUN apt-get install -y $P\n")]
    [InlineData("DL3008", "FROM debian:12\nRUN p=\"curl=1 git=2\"; apt-get install -y $p\n")]
    [InlineData("DL3008", "FROM debian:12\nRUN p=(curl=1 git=2) && apt-get install -y \"${p[@]}\"\n")]
    [InlineData("DL3018", "FROM alpine:3.22\nARG P=\"bash=5.0.0-r0\"\nRUN apk add --no-cache $P\n")]
    [InlineData("DL3013", "FROM python:3.13\nARG P V\nRUN python -m pip install \"${P}==${V}\"\n")]
    [InlineData("DL3013", "FROM python:3.13\nRUN pip install .[dev]\n")]
    // Other images, build contexts and variables in COPY --from.
    [InlineData("DL3022", "FROM alpine:3.22\nCOPY --from=hello-world /hello /\n")]
    [InlineData("DL3022", "FROM alpine:3.22\nCOPY --from=named-ctx f .\n")]
    [InlineData("DL3022", "FROM alpine:3.22 AS builder\nFROM alpine:3.22\nARG S=builder\nCOPY --from=$S /x /x\n")]
    // Scripts.
    [InlineData("DL3003", "FROM debian:12\nRUN git clone u /t/jo && (cd /t/jo && make install) && rm -rf /t/jo\n")]
    [InlineData("DL4006", "FROM alpine:3 AS a\nSHELL [\"/bin/ash\",\"-o\",\"pipefail\",\"-c\"]\nFROM a\nRUN true | cat\n")]
    [InlineData("DL4006", "FROM debian:12\nRUN set -o pipefail; curl u | tar x\n")]
    [InlineData("DL4006", "FROM debian:12\nRUN <<EOF bash\nset -euo pipefail\ncurl u | tar x\nEOF\n")]
    [InlineData("DL4006", "FROM debian:12\nRUN yq eval '.a | explode(.)' f\n")]
    [InlineData("NoEmptyContinuation DL1000", "FROM debian:12\nRUN <<EOF\necho a\n\necho b\nEOF\n")]
    // Stages that are not the image.
    [InlineData("DL3002", "FROM a AS s\nUSER root\nFROM b\nUSER op\n")]
    [InlineData("DL3002", "FROM a AS s\nUSER root\nFROM b AS t\nUSER op\n", 2)]
    [InlineData("DL3059", "FROM node:24 AS build\nRUN npm ci\nRUN npm run lint\nRUN npm run build\nFROM node:24\nCOPY --from=build /x "
        + "/x\n")]
    [InlineData("DL3049", "FROM a:1 AS builder\nFROM b:1\nLABEL owner=x\n")]
    [InlineData("DL3009", "FROM debian:12 AS image1\nRUN apt-get update\nFROM alpine:3.22 AS image2\n", 2)]
    // Caches: a mount keeps them out; what is cleaned too early stays.
    [InlineData("DL3042", "FROM python:3.13\nRUN --mount=type=cache,target=/root/.cache/pip pip install x==1\n")]
    [InlineData("DL3060", "FROM node:24\nRUN --mount=type=cache,target=/usr/local/share/.cache/yarn yarn install\n")]
    [InlineData("DL3009", "FROM debian:12\nRUN --mount=type=cache,target=/var/lib/apt --mount=type=cache,target=/var/cache/apt apt-get "
        + "update && apt-get install -y curl\n")]
    [InlineData("DL3019", "FROM alpine:3.22\nRUN --mount=type=cache,target=/var/cache/apk apk add curl\n")]
    [InlineData("DL3032", "FROM rockylinux:9\nRUN --mount=type=cache,target=/var/cache/yum yum install -y git\n")]
    [InlineData("DL3036", "FROM opensuse/leap:15.6\nRUN --mount=type=cache,target=/var/cache/zypp zypper -n in git\n")]
    [InlineData("DL3040", "FROM fedora:43\nRUN --mount=type=cache,target=/var/cache/dnf dnf install -y git\n")]
    [InlineData("DL3032", "FROM rockylinux:9\nRUN yum clean all && yum install -y git-2.0\n", 2)]
    // Names that only sound like secrets.
    [InlineData("DL3064 SecretsUsedInArgOrEnv",
        "FROM a:1\nENV SSH_AUTH_SOCK=/x\nARG KMS_KEY_ALIAS\nARG KEY_NAME\nARG AUTH_MODULE_VERSION\n")]
    public void The_default_profile_says_what_was_asked_for(string ids, string text, params int[] lines)
    {
        var source = SourceText.From(text);
        var config = new LintConfig
        {
            Settings =
            new LintSettings { LabelSchema = LintSettings.Default.LabelSchema.Add("owner", LabelForm.Text) }
        };
        var found = new Linter(RuleCatalog.For(Profile.Default), config).Lint(source)
            .Where(finding => ids.Split(' ').Contains(finding.RuleId));
        Assert.Equal(lines, found.Select(finding => source.Lines.GetLine(finding.Span.Start)));
    }

    [Fact]
    public void A_base_that_has_to_be_given_weighs_little() => Assert.Equal(Severity.Info,
        Assert.Single(
            new Linter(RuleCatalog.For(Profile.Default), LintConfig.Default).Lint(SourceText.From("ARG IMAGE\nFROM $IMAGE\n"))).Severity);
}
