using System.Text;
using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>Faults of real files: what is told of them, and what their neighbours are not told.</summary>
public sealed class FieldFaultTests
{
    [Theory]
    [InlineData("DK6006", "COPY [\"a\", \"./\"]  .", true)]
    [InlineData("DK6006", "ADD [\"a\" \"b\"]", true)]
    [InlineData("DK6006", "VOLUME [\"/a\"] /b", true)]
    [InlineData("DK6006", "VOLUME [/data, /logs]", true)]
    [InlineData("DK6006", "RUN [\"true\"] b", true)]
    [InlineData("DK6006", "RUN [\"a\", \"b\"", true)]
    [InlineData("DK6006", "RUN [echo, hi]", true)]
    [InlineData("DK6006", "WORKDIR [\"/app\"]", true)]
    [InlineData("DK6006", "RUN [ -f /x ] && a", false)]
    [InlineData("DK6006", "RUN [ \"$X\" = \"a,b\" ] || a", false)]
    [InlineData("DK6006", "RUN [[ $X =~ a, ]] && b", false)]
    [InlineData("DK6006", "COPY [ab].txt [c,d]* /", false)]
    [InlineData("DL3041", "RUN dnf install -y java-17-openjdk && dnf clean all", true)]
    [InlineData("DL3041", "RUN dnf install -y java-1.8.0-openjdk-devel && dnf clean all", true)]
    [InlineData("DL3041", "RUN dnf install -y java-17-openjdk-17.0.1 curl-8.11.1-1.fc42.x86_64 && dnf clean all", false)]
    [InlineData("DL3033", "RUN yum install -y gcc-toolset-12-gcc", true)]
    [InlineData("DK6043", "COPY \u2014chown=node a /b/", true)]
    [InlineData("DK6043", "RUN \u2013\u2013mount=type=cache,target=/x make", true)]
    [InlineData("DK6043", "RUN npm install \u2013g x", true)]
    [InlineData("DK6043", "RUN echo \u2013g && git commit -m 'a \u2013b' && ls \u2013", false)]
    [InlineData("DK6043", "LABEL a=\u2014b", false)]
    [InlineData("DK6044", "RUN printf 'a\\n\\\n# b\\n\\\nc'", true)]
    [InlineData("DK6044", "RUN printf a && \\\n# b\n  c", false)]
    [InlineData("DK6044", "RUN <<E\nprintf 'a\n# b\n'\nE", false)]
    [InlineData("DK6032", "ARG V=1\nFROM a:1\nARG V\nRUN echo $V", true)]
    [InlineData("DK6032", "ARG V=1\nFROM a:1\nARG V\nRUN echo ${V:-2}", false)]
    [InlineData("DK6032", "ARG V=1\nFROM a:1\nARG V=2\nRUN echo $V", false)]
    [InlineData("DK6032", "ARG V=1\nFROM a:1\nARG V\nCOPY $V /x/", true)]
    [InlineData("DK6031", "RUN a\nFROM --platform=$BUILDPLATFORM base", true)]
    [InlineData("DK6031", "RUN a\nFROM --platform=$BUILDPLATFORM other:1", false)]
    [InlineData("DK2021", "RUN --mount=type=secret,id=t bash -c 'set -ex; a \"$(cat /run/secrets/t)\"'", true)]
    [InlineData("DK2021", "RUN --mount=type=secret,id=t set -x; make; set +x; a \"$(cat /run/secrets/t)\"", false)]
    [InlineData("DK2021", "RUN --mount=type=secret,id=t set -x; a --token-file /run/secrets/t", false)]
    [InlineData("DK1011", "RUN --mount=type=cache,target=/app/target cargo build", false)]
    [InlineData("DK1011", "ARG TARGETARCH\nRUN --mount=type=cache,target=/root/.npm npm ci", false)]
    public void A_rule_tells_this_and_not_that(string rule, string lines, bool isTold) =>
        Assert.Equal(isTold, Lint($"FROM fedora:42 AS base\n{lines}\n").Any(finding => finding.RuleId == rule));

    [Theory]
    [InlineData("RUN echo \u00E9", true)]
    [InlineData("RUN echo a # \u00E9", true)]
    [InlineData("RUN [\"echo\", \"\u00E9\"]", true)]
    [InlineData("RUN <<E\necho \u00E9\nE", true)]
    [InlineData("RUN cat <<E\n#! \u00E9\n\u00E9\nE", true)]
    [InlineData("RUN --mount=type=cache,target=/\u00E9 true", true)]
    [InlineData("USER \u00E9\nRUN true", true)]
    [InlineData("COPY \u00E9 /x", true)]
    [InlineData("RUN <<E\n#!/bin/sh\necho \u00E9\nE", false)]
    [InlineData("RUN echo a \\\n# \u00E9\n  b", false)]
    [InlineData("# \u00E9\nLABEL a=\u00E9\nENV A=\u00E9\nARG B=\u00E9\nWORKDIR /\u00E9\nRUN true\nCMD echo \u00E9", false)]
    [InlineData("COPY <<E /x\n\u00E9\nE", false)]
    [InlineData("ONBUILD RUN echo \u00E9", false)]
    [InlineData("USER \u00E9", false)]
    public void Bytes_that_are_no_UTF8_are_an_error_where_the_engine_refuses_them(string lines, bool isRefused)
    {
        var source = SourceText.FromBytes(Encoding.Latin1.GetBytes($"FROM alpine:3.22\n{lines}\n"), "Dockerfile");
        Assert.Equal(isRefused, new Linter(RuleCatalog.For(Profile.Default)).Lint(source)
            .Any(finding => finding.RuleId == Linter.SyntaxErrorId && finding.Message.Contains("UTF-8", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Dockerfile", "FROM oci-archive:x.tar", true)]
    [InlineData("Dockerfile", "FROM docker-archive:/x.tar", true)]
    [InlineData("Dockerfile", "FROM a:1\nRUN --mount=type=bind,target=/x,Z true", true)]
    [InlineData("Dockerfile", "FROM oci:1.2", false)]
    [InlineData("Containerfile", "FROM oci-archive:x.tar", false)]
    [InlineData("dev.Containerfile", "FROM a:1\nRUN --mount=type=bind,target=/x,Z true", false)]
    [InlineData("Containerfile", "FROM a:1\nRUN --mount=type=bind,target=/x,quick true", null)]
    public void What_only_Podman_knows_is_told_as_such(string path, string text, bool? isTold)
    {
        var errors = new Linter(RuleCatalog.For(Profile.Default)).Lint(SourceText.From(text + "\n", path))
            .Where(finding => finding.RuleId == Linter.SyntaxErrorId).Select(finding => finding.Message).ToList();
        Assert.Equal(isTold is false ? 0 : 1, errors.Count);
        Assert.Equal(isTold is true, errors.Exists(message => message.Contains("known to Podman", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("FROM gradle:9\nCOPY . .\nRUN ./gradlew -x test installDist", "DK1001", "./gradlew -x test installDist ")]
    [InlineData("FROM centos:centos6", "DK2019", "CentOS 6 ")]
    [InlineData("FROM alpine:3.22\n# why\nWORKDIR /a\n# check=skip=StageNameCasing\n", "DK6002", "check= counts only")]
    [InlineData("# why\n# check=skip=StageNameCasing\nFROM alpine:3.22 AS Base", "DK6002", "below another line check= speaks of this FROM")]
    [InlineData("FROM alpine:3.22\n# check=error=true\nWORKDIR /a", "DK6002", "error= counts only")]
    public void A_message_says_what_is_there(string text, string rule, string begin) =>
        Assert.StartsWith(begin, Assert.Single(Lint(text + "\n"), finding => finding.RuleId == rule).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("RUN dnf install curl\nRUN pip install x\n", "DL3041@1 DL3042@2")]
    [InlineData("# escape=`\n# hadolint ignore=DL3041\nRUN dnf install curl\nRUN pip install x\n", "DL3042@4")]
    [InlineData("FROM a:1 AS b\nFROM a:1\nCOPY --from=b \"/\" \"/\"\n", "DL3067@3")]
    public void The_profile_of_hadolint_lints_fragments(string text, string expected)
    {
        var source = SourceText.From(text);
        var found = new Linter(RuleCatalog.For(Profile.Hadolint), new LintConfig { Profile = Profile.Hadolint }).Lint(source);
        Assert.DoesNotContain(found, finding => finding.RuleId == Linter.SyntaxErrorId);
        Assert.Equal(expected, string.Join(' ', found.Where(finding => finding.RuleId is "DL3041" or "DL3042" or "DL3067")
            .Select(finding => $"{finding.RuleId}@{source.Lines.GetLine(finding.Span.Start)}")));
    }

    private static IReadOnlyList<Diagnostic> Lint(string text) => new Linter(
        RuleCatalog.For(Profile.Default), new LintConfig { Settings = LintSettings.Default with { Today = new DateOnly(2026, 8, 1) } })
        .Lint(SourceText.From(text));
}
