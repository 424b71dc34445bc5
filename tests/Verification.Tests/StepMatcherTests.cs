using Dockerlint.Cache;
using Dockerlint.Semantics;
using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;
using Dockerlint.Verification;
using Xunit;

namespace Dockerlint.Tests;

public sealed class StepMatcherTests
{
    [Theory]
    [InlineData("[build 2/7] RUN x", "build", 2, "RUN x")]
    [InlineData("[linux/arm64 build  2/12] RUN x", "build", 2, "RUN x")]
    [InlineData("[linux/amd64 3/3] COPY a b", "", 3, "COPY a b")]
    [InlineData("[1/1] FROM x", "", 1, "FROM x")]
    [InlineData("[internal] load metadata", "", 0, "[internal] load metadata")]
    [InlineData("[a/b", "", 0, "[a/b")]
    [InlineData("exporting to image", "", 0, "exporting to image")]
    public void Names_of_BuildKit_are_taken_apart(string name, string stage, int number, string text) =>
        Assert.Equal((stage, number, text), BuildKitTrace.ParseName(name));

    [Fact]
    public void BuildKit_counts_only_what_it_does_and_an_image_as_one()
    {
        var plan = Plan("ARG A\nFROM a AS one\nENV B=1\nRUN x\nWORKDIR /\nWORKDIR /w\nFROM one\nCOPY f /\nFROM scratch AS last\nCOPY "
            + "--from=1 / /\nLABEL a=b\n", Builder.BuildKit);
        var told = Observation(
            "[one 1/3] FROM a", "[one 2/3] RUN x", "[one 3/3] WORKDIR /w", "[stage-1 1/1] COPY f /", "[last 1/1] COPY --from=1 / /");
        Assert.Equal(
            [null, "[one 1/3] FROM a", null, "[one 2/3] RUN x", null, "[one 3/3] WORKDIR /w", null, "[stage-1 1/1] COPY f /", null,
                "[last 1/1] COPY --from=1 / /", null],
            StepMatcher.Match(plan, told).Select(step => step?.Name));
    }

    [Theory]
    [InlineData("[2/2] RUN x")]
    [InlineData("[stage-0 2/2] RUN x")]
    public void A_stage_that_is_alone_is_found_with_and_without_a_name(string name) =>
        Assert.Equal(
            name, StepMatcher.Match(Plan("FROM a\nRUN --mount=type=secret,id=k x\n", Builder.BuildKit), Observation(name))[1]?.Name);

    [Fact]
    public void The_copy_behind_a_link_counts_and_not_the_merge()
    {
        var told = Observation("[2/2] LINK COPY --link f /", "[2/2] COPY --link f /");
        Assert.Equal("[2/2] COPY --link f /", StepMatcher.Match(Plan("FROM a\nCOPY --link f /\n", Builder.BuildKit), told)[1]?.Name);
    }

    [Fact]
    public void The_classic_builder_counts_every_instruction()
    {
        var trace = new ClassicTrace(null, TimeProvider.System);
        trace.Add("Step 1/4 : ARG A\nStep 2/4 : FROM a\n ---> 0123456789ab\nStep 3/4 : RUN x\n ---> Using cache\n ---> "
            + "1123456789ab\nStep 4/4 : RUN y\n ---> Running in 2123456789ab\nhello\n");
        trace.End("it failed");
        var matched = StepMatcher.Match(
            Plan("ARG A\nFROM a\nRUN x\nRUN y\n", Builder.Classic), new BuildObservation { Steps = trace.Steps, Error = "it failed" });
        Assert.True(matched[2]!.IsCached);
        Assert.Equal(("it failed", "hello"), (matched[3]!.Error, Assert.Single(matched[3]!.Log)));
        Assert.Equal(["2123456789ab"], trace.Containers);

        // The image of FROM was there before and must not be taken for one that the build made.
        Assert.Empty(trace.Images);
    }

    [Theory]
    [InlineData(true, false, "rebuilt")]
    [InlineData(false, true, "reused")]
    public void A_prediction_that_the_engine_does_not_follow_is_a_disagreement(bool isChanged, bool isCached, string shown)
    {
        var after = isChanged ? "FROM a\nRUN y\n" : "FROM a\nRUN x\n";
        var trace = InvalidationTrace.Between(State("FROM a\nRUN x\n", Builder.BuildKit), State(after, Builder.BuildKit));
        var right = new StepVerdict(trace.Steps[1], new ObservedStep("[2/2] RUN") { IsComplete = true, IsCached = isCached });
        var wrong = right with { Observed = right.Observed! with { IsCached = !isCached } };
        Assert.Equal((true, false, shown), (right.IsComparable, right.IsDisagreement, right.Shown));
        Assert.True(wrong.IsDisagreement);
    }

    [Fact]
    public void Of_several_steps_that_fail_the_engine_may_tell_of_any()
    {
        const string file = "FROM a\nCOPY gone /x\nCOPY lost /y\n";
        var trace = InvalidationTrace.Between(State("FROM a\n", Builder.BuildKit), State(file, Builder.BuildKit));
        var second = new StepVerdict(trace.Steps[2], new ObservedStep("[3/3] COPY") { Error = "not found" });
        Assert.Equal(StepStatus.Skipped, second.Trace.Status);
        Assert.False(second.IsDisagreement);

        // That it is done, when the build was to fail before, is another thing.
        Assert.True((second with { Observed = new ObservedStep("[3/3] COPY") { IsComplete = true } }).IsDisagreement);
    }

    private static BuildObservation Observation(params string[] names) => new()
    {
        Steps = [.. names.Select(name =>
            new ObservedStep(name) { Stage = BuildKitTrace.ParseName(name).Stage, Number = BuildKitTrace.ParseName(name).Number })],
    };

    private static LayerPlan Plan(string text, Builder builder) => LayerPlan.Create(State(text, builder));

    private static BuildState State(string text, Builder builder) => new(
        DockerfileParser.Parse(text),
        ContextManifest.Create(
            [new ContextEntry("f", ContextEntryKind.File) { Mode = 0b110_100_100, Content = ContextContent.FromBytes([1]) }]),
        new BuildSettings { Builder = builder });
}
