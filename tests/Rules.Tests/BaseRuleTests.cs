using Dockerlint.Linting;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>Rules on FROM: images, platforms, names of stages.</summary>
public sealed class BaseRuleTests
{
    [Theory]
    [InlineData("DL3006", "FROM «alpine»\n")]
    [InlineData("DL3006", "ARG B=alpine\nFROM «${B}»\n")]
    [InlineData("DL3006", "FROM «localhost:5000/x»\n")]
    [InlineData("DL3006", "FROM alpine:3.22 AS build\nFROM «debian» \\\n  AS run\n")]
    [InlineData("DL3006", "# escape=`\nFROM --platform=linux/amd64 `\n  «mcr.microsoft.com/windows/nanoserver»\n")]
    [InlineData("DL3007", "ARG V=latest\nFROM «ruby:${V}»\n")]
    [InlineData("DL3007", "FROM alpine:3.22 AS latest\nFROM «node:latest» AS x\n")]
    [InlineData("DL3029", "FROM «--platform=linux/amd64» alpine:3.22\n")]
    [InlineData("DL3029", "FROM «--platform=amd64» alpine:3.22 AS build\n")]
    [InlineData("DL3029", "FROM «--platform=linux/arm/v7» alpine:3.22 AS final-image\n")]
    [InlineData("DL3065", "FROM «--platform=${TARGETPLATFORM}» alpine:3.22\n")]
    [InlineData("DL3063", "FROM alpine:3.22 AS «Context»\n")]
    [InlineData("DL3024", "FROM alpine:3.22 AS a\nFROM debian:12 AS «A»\n")]
    [InlineData("DL4000", "FROM alpine:3.22\n«MAINTAINER» Ann\n")]
    [InlineData("DL3043", "FROM alpine:3.22\nONBUILD «MAINTAINER» x\nONBUILD «FROM» x\nONBUILD «ONBUILD» RUN x\n")]
    [InlineData("DL3061", "ARG A\n# x\n«ENV» B=1\n«RUN» ls\nFROM alpine:3.22\nRUN ls\n")]
    public void The_place_is_reported(string id, string marked) => Assert.NotEmpty(MarkedSource.Check(id, marked));

    [Theory]
    [InlineData("DL3006", "ARG B=alpine:3.7\nFROM ${B}\n")]
    [InlineData("DL3006", "ARG S=1\nFROM x:1 AS img1\nFROM img${S}\n")]
    [InlineData("DL3006", "FROM x:1 AS build\nFROM build AS publish\n")]
    [InlineData("DL3006", "ARG IMAGE\nFROM $IMAGE\nFROM scratch\n")]
    [InlineData("DL3006", "FROM x@sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n")]
    [InlineData("DL3007", "FROM x:latest@sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n")]
    [InlineData("DL3007", "ARG V\nFROM ruby:${V}\n")]
    [InlineData("DL3029", "FROM --platform=linux/amd64 alpine:3.22 AS tools-amd64\n")]
    [InlineData("DL3029", "FROM --platform=linux/x86_64 alpine:3.22 AS amd64\n")]
    [InlineData("DL3029", "ARG P=linux/amd64\nFROM --platform=$P alpine:3.22\nFROM --platform=$BUILDPLATFORM alpine:3.22\n")]
    [InlineData("DL3029", "FROM --platform=nonsense alpine:3.22\n")]
    [InlineData("DL3065", "FROM --platform=$BUILDPLATFORM alpine:3.22\nFROM --platform=${TARGETPLATFORM:-linux/amd64} alpine:3.22\n")]
    [InlineData("DL3065", "FROM alpine:3.22\nENV A=$TARGETPLATFORM\n")]
    [InlineData("DL3063", "FROM scratch AS contexts\n")]
    [InlineData("DL3043", "FROM alpine:3.22\nONBUILD RUN x\n")]
    [InlineData("DL3061", "# escape=`\nARG A=1\nFROM alpine:3.22\nENV B=1\n")]
    [InlineData("DL3026", "FROM evil.example.com/x:1\n")]
    public void Nothing_is_reported(string id, string text) => Assert.Empty(MarkedSource.Lint(id, text));

    [Theory]
    [InlineData("ghcr.io", "FROM «alpine:3.22»\nFROM ghcr.io/a/b:1\nFROM scratch\n")]
    [InlineData("docker.io", "FROM alpine:3.22 AS a\nFROM a\nCOPY --from=«quay.io/x/y:1» /a /b\nCOPY --from=A /a /b\nCOPY --from=0 /a "
        + "/b\n")]
    [InlineData("docker.io/library/*", "FROM alpine:3.22\nFROM «someone/alpine:3.22»\n")]
    [InlineData("ghcr.io/org/*", "FROM ghcr.io/org/a/b:1\nRUN --mount=type=bind,from=«ghcr.io/other/x:1»,target=/m ls /m\n")]
    [InlineData("*.example.com", "FROM eu.example.com/x:1\nFROM «example.com/x:1»\n")]
    [InlineData("localhost:5000", "FROM localhost:5000/x:1\nFROM «localhost:6000/x:1»\n")]
    [InlineData("quay.io", "ARG R=ghcr.io\nARG U\nFROM «$R/x:1»\nFROM $U/x:1\n")]
    public void An_image_has_to_match_a_trusted_pattern(string pattern, string marked) =>
        MarkedSource.Check("DL3026", marked, new LintSettings { TrustedRegistries = [pattern] });

    [Theory]
    [InlineData("DL3065", "FROM  --platform=$TARGETPLATFORM   alpine:3.22\n", "FROM  alpine:3.22\n")]
    [InlineData("DL3065", "FROM --platform=$TARGETPLATFORM \\\n  alpine:3.22\n", "FROM \\\n  alpine:3.22\n")]
    [InlineData("DL4000", "FROM a:1\nmaintainer \"Ann \\ <ann@example.com>\"\n",
        "FROM a:1\nlabel org.opencontainers.image.authors=\"Ann \\\\ <ann@example.com>\"\n")]
    [InlineData("DL4000", "# escape=`\nFROM a:1\nMAINTAINER Ann \"$X\" `x\n",
        "# escape=`\nFROM a:1\nLABEL org.opencontainers.image.authors=\"Ann `\"`$X`\" ``x\"\n")]
    public void The_fix_keeps_what_it_should(string id, string text, string expected) =>
        Assert.Equal(expected, Assert.Single(Assert.Single(MarkedSource.Lint(id, text)).Fixes).Edits.Apply(text));

    [Fact]
    public void An_author_over_two_lines_is_left_to_the_reader() =>
        Assert.Empty(Assert.Single(MarkedSource.Lint("DL4000", "FROM a:1\nMAINTAINER Ann \\\n  Smith\n")).Fixes);

    [Fact]
    public void Latest_may_be_allowed_for_an_image()
    {
        var rule = Rules.RuleCatalog.All.Single(rule => rule.Info.Id == "DL3007");
        var allowed = System.Collections.Immutable.ImmutableDictionary<(string, string), object>.Empty
            .Add(("DL3007", "allow"), (IReadOnlyList<string>)["cgr.dev/*"]);
        var linter = new Linter([rule], new LintConfig { Options = allowed });
        Assert.Empty(linter.Lint(Text.SourceText.From("FROM cgr.dev/chainguard/go:latest\n")));
        Assert.Single(linter.Lint(Text.SourceText.From("FROM alpine:latest\n")));
    }
}
