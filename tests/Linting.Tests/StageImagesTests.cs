using Dockerlint.Linting;
using Dockerlint.Semantics.Images;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests.Linting;

public sealed class StageImagesTests
{
    [Theory]
    [InlineData("FROM alpine:3.20\n", "alpine")]
    [InlineData("FROM alpine:3.20 AS a\nUSER x\nFROM a\n", "alpine alpine")]
    [InlineData("FROM scratch\n", "none")]
    [InlineData("ARG TAG=bookworm\nFROM debian:${TAG}-slim\n", "debian")]
    [InlineData("ARG TAG\nFROM debian:$TAG\n", "?")]
    [InlineData("FROM acme/base\n", "?")]
    [InlineData("FROM Not/A/Name\n", "?")]
    public void Rules_are_told_what_a_stage_starts_from(string text, string expected) =>
        Assert.Equal(expected, Systems(text, LintSettings.Default));

    [Fact]
    public void A_build_argument_from_outside_counts() => Assert.Equal(
        "alpine", Systems("ARG TAG=bookworm\nFROM python:$TAG\n",
            LintSettings.Default with { BuildArguments = LintSettings.Default.BuildArguments.Add("TAG", "3.12-alpine") }));

    [Theory]
    [InlineData("alpine")]
    [InlineData("docker.io/library/alpine:latest")]
    public void A_build_context_takes_the_place_of_the_image_of_its_name(string context) =>
        Assert.Equal("? alpine", Systems("FROM alpine\nFROM alpine:3.20\n", LintSettings.Default with { NamedContexts = [context] }));

    [Fact]
    public void Images_of_the_configuration_are_known() => Assert.Equal(
        "rocky", Systems("FROM acme/base\n",
            LintSettings.Default with { Images = new ImageCatalog([new ImageEntry("acme/*", new BaseImage { System = "rocky" })]) }));

    private static string Systems(string text, LintSettings settings) =>
        string.Join(' ', new Linter([new SystemRule()], LintConfig.Default with { Settings = settings }).Lint(SourceText.From(text))
            .Where(found => found.RuleId == "T1").Select(found => found.Message));

    private sealed class SystemRule : Rule
    {
        public override RuleInfo Info { get; } = new("T1", "t1", Category.Style, Severity.Warning) { Since = "0.1", Doc = new("", "", []) };

        public override void Register(RuleHooks on) => on.Stage((stage, context) =>
            context.Report(stage.From.Span, context.Get<StageImages>().Of(stage)?.System ?? "?"));
    }
}
