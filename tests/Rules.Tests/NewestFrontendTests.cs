using Dockerlint.Linting;
using Dockerlint.Rules;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>What docker/dockerfile 1.26 checks otherwise than the engine of the other tests, and which version has what.</summary>
public sealed class NewestFrontendTests
{
    [Theory]
    [InlineData("COPY foo /", "foo\n", true)]
    [InlineData("COPY ./foo /", "foo\n", true)]
    [InlineData("COPY x/../foo /", "foo\n", true)]
    [InlineData("COPY foo/bar /", "foo\n", true)]
    [InlineData("ADD foo /", "foo\n", true)]
    [InlineData("COPY . /", "*\n", true)]
    [InlineData("COPY . /", ".\n", false)]
    [InlineData("COPY foo /", "foo\n!foo/bar\n", false)]
    [InlineData("COPY bar /", "foo\n", false)]
    public void A_copied_file_that_is_left_out_is_told_without_being_asked_for(string copy, string ignore, bool isTold) =>
        Assert.Equal(isTold, BuildKit.Lint(new LintInput(SourceText.From($"FROM scratch\n{copy}\n")) { DockerIgnore = ignore })
            .Any(finding => finding.RuleId == "CopyIgnoredFile"));

    [Theory]
    [InlineData("ENV X_PASSPHRASE_FILE=/x", false)]
    [InlineData("ENV password_file=/x", false)]
    [InlineData("ARG AUTH_MODULE_VERSION=1", false)]
    [InlineData("ARG AUTH_PROFILE=1", true)]
    [InlineData("ENV API_KEY=1", true)]
    public void Names_of_files_and_versions_are_no_secrets(string line, bool isTold) => Assert.Equal(
        isTold, BuildKit.Lint(SourceText.From($"FROM scratch\n{line}\n")).Any(finding => finding.RuleId == "SecretsUsedInArgOrEnv"));

    [Theory]
    [InlineData("1.4", "COPY --parents a /b/", "1.20")]
    [InlineData("1.19.0", "COPY --parents a /b/", "1.20")]
    [InlineData("1.20", "COPY --parents a /b/", null)]
    [InlineData("1.7-labs", "COPY --parents a /b/", null)]
    [InlineData("1", "COPY --parents a /b/", null)]
    [InlineData("1.3", "COPY --link a /b/", "1.4")]
    [InlineData("1.0", "RUN --mount=type=cache,target=/a true", "1.2")]
    [InlineData("1.0-experimental", "RUN --mount=type=cache,target=/a true", null)]
    [InlineData("1.2", "RUN --network=none true", "1.3")]
    [InlineData("1.3", "RUN <<E\ntrue\nE", "1.4")]
    [InlineData("1.3-labs", "RUN <<E\ntrue\nE", null)]
    [InlineData("1.5", "ADD --checksum=sha256:0123 https://example.com/a /b", "1.6")]
    [InlineData("1.5", "ADD --keep-git-dir https://example.com/a.git /b", "1.6")]
    [InlineData("1.16", "ADD --unpack https://example.com/a.tar /b", "1.17")]
    [InlineData("1.5", "HEALTHCHECK --start-interval=1s CMD true", "1.6")]
    [InlineData("1.9", "RUN --mount=type=secret,id=a,env=A true", "1.10")]
    [InlineData("1.13", "COPY --chmod=u+x a /b", "1.14")]
    [InlineData("1.13", "COPY --chmod=755 a /b", null)]
    [InlineData("1", "RUN --device=a true", "1.14-labs")]
    [InlineData("1-labs", "RUN --device=a true", null)]
    [InlineData("latest", "COPY --parents a /b/", null)]
    [InlineData("1.4@sha256:0000000000000000000000000000000000000000000000000000000000000000", "COPY --parents a /b/", "1.20")]
    [InlineData("1.1", "ONBUILD COPY --link a /b/", "1.4")]
    public void What_is_newer_than_the_syntax_directive_says_is_an_error(string tag, string line, string? version)
    {
        var found = Lint($"# syntax=docker/dockerfile:{tag}\nFROM alpine:3.22\n{line}\n").Where(finding => finding.RuleId == "DK6042");
        Assert.Equal(version is null ? [] : [$"docker/dockerfile:{version} "], found.Select(finding =>
            finding.Message.Split("needs ")[1].Split("or")[0]));
    }

    [Theory]
    [InlineData("docker/dockerfile", false)]
    [InlineData("docker.io/docker/dockerfile:1", false)]
    [InlineData("mirror.example.com:5000/hub/docker/dockerfile:1.7-labs", false)]
    [InlineData("docker/dockerfile-upstream:master", false)]
    [InlineData("edrevo/dockerfile-plus", true)]
    [InlineData("devthefuture/dockerfile-x:1", true)]
    [InlineData("ghcr.io/project/frontend@sha256:0000000000000000000000000000000000000000000000000000000000000000", true)]
    public void Of_an_unknown_frontend_it_is_said_once_and_nothing_of_syntax(string frontend, bool isUnknown)
    {
        var found = Lint($"# syntax={frontend}\nFROM alpine:3.22\nINCLUDE+ other\nCOPY --magic a /b\n");
        Assert.Equal(isUnknown ? 1 : 0, found.Count(finding => finding.RuleId == "DK6041"));
        Assert.Equal(isUnknown, found.All(finding => finding.RuleId != Linter.SyntaxErrorId));
    }

    private static IReadOnlyList<Diagnostic> Lint(string text) => new Linter(RuleCatalog.For(Profile.Default)).Lint(SourceText.From(text));
}
