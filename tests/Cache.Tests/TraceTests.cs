using System.Collections.Immutable;
using System.Text;
using Dockerlint.Cache;
using Dockerlint.Semantics;
using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;
using Xunit;

namespace Dockerlint.Tests;

public sealed class TraceTests
{
    private const string Python = "FROM python:3.12\nARG VERSION=1\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\nCOPY . "
        + "/app\nRUN make\n";

    [Fact]
    public void A_changed_file_is_named_with_the_step_that_reads_it_and_what_follows_points_back()
    {
        var trace = InvalidationTrace.Between(
            State(Python, ("src/app.py", "a"), ("requirements.txt", "r")), State(Python, ("src/app.py", "b"), ("requirements.txt", "r")));
        Assert.Equal("reused metadata reused reused rebuilt rebuilt", Statuses(trace));
        Assert.Equal(new Cause(CauseKind.File, "`src/app.py` changed, read by COPY . /app at line 5", 5), trace.Steps[4].Cause);
        Assert.Equal(new Cause(CauseKind.Parent, "rebuilt because line 5 was", 5), trace.Steps[5].Cause);
        Assert.Equal([trace.Steps[4].Cause!], trace.Steps[5].Chain);
    }

    [Fact]
    public void A_changed_build_argument_is_named_with_its_line()
    {
        var before = State(Python, ("requirements.txt", "r"));
        var after = before with
        {
            Settings =
            before.Settings with { BuildArguments = ImmutableDictionary<string, string>.Empty.Add("VERSION", "2") }
        };
        var trace = InvalidationTrace.Between(before, after);
        Assert.Equal(new Cause(CauseKind.Argument, "build argument VERSION changed, in force since line 2", 2), trace.Steps[3].Cause);
        Assert.Equal("reused metadata reused rebuilt rebuilt rebuilt", Statuses(trace));
    }

    [Theory]
    [InlineData("FROM a\nRUN x\n", "FROM a\nRUN y\n", "the command changed")]
    [InlineData("FROM a\nRUN x\n", "FROM a\nRUN --network=none x\n", "the build option network is new")]
    [InlineData("FROM a\nUSER 1\nRUN x\n", "FROM a\nUSER 2\nRUN x\n", "the user changed from `1` to `2`, in force since line 2")]
    [InlineData("FROM a\nCOPY f /x\n", "FROM a\nCOPY f /y\n", "the destination changed from `/x` to `/y`")]
    [InlineData("FROM a\nCOPY f /x\n", "FROM a\nCOPY --chown=1 f /x\n", "--chown is new")]
    [InlineData("FROM a\nENV K=1\nRUN x\n", "FROM a\nRUN x\n", "environment variable K is no longer in force")]
    [InlineData("FROM a\nRUN x\n", "FROM a\nRUN x\nRUN y\n", "no earlier build ran this step here")]
    [InlineData("FROM a\nRUN x\n", "FROM a\nCOPY f /\nRUN x\n", "a new step: the build before went on with RUN here")]
    [InlineData("FROM a\nRUN --mount=type=cache,target=/c x\n", "FROM a\nRUN --mount=type=tmpfs,target=/c x\n",
        "the mount at `/c` changed")]
    [InlineData("FROM a\nCOPY f /x\n", "FROM a\nCOPY nope /x\n", "`nope` is not in the build context: the build fails here")]
    public void The_first_cause_is_said_exactly(string before, string after, string detail)
    {
        var trace = InvalidationTrace.Between(State(before, ("f", "1")), State(after, ("f", "1")));
        Assert.Equal(detail, trace.Steps.First(step => step.Status == StepStatus.Rebuilt).Cause!.Detail);
    }

    [Fact]
    public void Steps_behind_one_that_makes_the_build_fail_are_skipped()
    {
        var trace = InvalidationTrace.Between(State("FROM a\nRUN x\n"), State("FROM a\nRUN x\nCOPY nope /\nRUN y\n"));
        Assert.Equal("reused reused rebuilt skipped", Statuses(trace));
        Assert.Equal("the build fails at line 3", trace.Steps[3].Cause!.Detail);
    }

    [Theory]
    [InlineData("ADD https://x.org/f /f", "rebuilt Open, reused Likely")]
    [InlineData("ADD https://x.org/r.git#main /f", "reused Likely, reused Likely")]
    [InlineData("ADD --checksum=sha256:0 https://x.org/f /f", "reused Certain, reused Certain")]
    public void An_address_is_asked_again_and_taken_to_answer_what_it_did_unless_a_checksum_makes_sure(string add, string steps)
    {
        var text = $"FROM a\n{add}\nRUN x\n";
        var trace = InvalidationTrace.Between(State(text), State(text));
        Assert.Equal(steps, string.Join(", ", trace.Steps.Skip(1).Select(step =>
            $"{step.Status.ToString().ToLowerInvariant()} {step.Certainty}")));
        Assert.All(trace.Steps.Skip(1), step => Assert.Equal(StepStatus.Reused, step.Likely));
    }

    [Fact]
    public void A_step_behind_an_address_that_changed_itself_says_so()
    {
        var trace = InvalidationTrace.Between(
            State("FROM a\nADD https://x.org/f /f\nRUN x\n"), State("FROM a\nADD https://x.org/f /f\nRUN y\n"));
        Assert.Equal((StepStatus.Rebuilt, StepCertainty.Certain, "the command changed"),
            (trace.Steps[2].Status, trace.Steps[2].Certainty, trace.Steps[2].Cause!.Detail));
    }

    [Theory]
    [InlineData("COPY --exclude=*.md --exclude=!keep.md app/ /app/", "app/f", "`app/f` changed")]
    [InlineData("RUN --mount=target=/m,source=app --mount=type=tmpfs,target=/m x", "app/f", "`app/f` changed")]
    [InlineData("ADD https://x.org/1 https://x.org/2 app /app/", "app/f", "`app/f` changed")]
    [InlineData("COPY --exclude=a * /x/", "a", "`a` changed")] // what is excluded is named from the match on
    [InlineData("ADD --exclude=f app* /x/", "app", "`app` changed")]
    public void A_cause_is_what_changed_and_not_what_is_there_twice(string step, string path, string cause)
    {
        var trace = InvalidationTrace.Between(State("FROM a\n" + step + "\n", (path, "1")), State("FROM a\n" + step + "\n", (path, "2")));
        Assert.Equal(StepStatus.Rebuilt, trace.Steps[1].Status);
        Assert.StartsWith(cause, trace.Steps[1].Cause!.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FROM bin-$TARGETOS", null, "linux")]
    [InlineData("FROM bin-${TARGETARCH}${TARGETVARIANT}", null, "amd64")]
    [InlineData("FROM bin-${TARGETARCH}${TARGETVARIANT}", "linux/arm/v7", "armv7")]
    [InlineData("FROM bin-${TARGETARCH}${TARGETVARIANT}", "aarch64", "arm64")]
    [InlineData("FROM bin-${BUILDARCH}${BUILDVARIANT}${BUILDOSVERSION}", "linux/arm64", "amd64")]
    [InlineData("FROM bin-${TARGETPLATFORM//\\//-}", "linux/s390x", "linux-s390x")]
    [InlineData("FROM bin-$TARGETSTAGE", null, "default")]
    [InlineData("FROM bin-${TARGETSTAGE} AS last", null, "last")]
    public void A_stage_named_by_the_platform_is_the_one_that_is_built(string from, string? platform, string stage)
    {
        var text = $"FROM a AS base\nCOPY f /f\nFROM base AS bin-{stage}\nFROM a AS other\nCOPY f /f\n{from}\nRUN x\n";
        BuildState Of(string f) => State(text, ("f", f)) with { Settings = new BuildSettings { Platform = platform } };
        var trace = InvalidationTrace.Between(Of("1"), Of("2"));
        Assert.Equal("reused rebuilt metadata skipped skipped metadata rebuilt", Statuses(trace));
    }

    [Fact]
    public void A_stage_that_a_base_nobody_can_resolve_may_need_is_unknown_and_not_unneeded()
    {
        var text = "FROM a AS base\nCOPY f /f\nFROM base AS bin-x\nFROM bin-${X?}\nRUN x\n";
        var trace = InvalidationTrace.Between(State(text, ("f", "1")), State(text, ("f", "2")));
        Assert.Equal("unknown unknown unknown unknown unknown", Statuses(trace));
    }

    [Fact]
    public void Commands_run_on_the_platform_of_their_stage_and_copies_on_none()
    {
        var text = "FROM --platform=$BUILDPLATFORM a AS build\nRUN x\nFROM scratch\nCOPY f /f\nCOPY --from=build /x /x\n";
        BuildState Of(string platform) => State(text, ("f", "1")) with { Settings = new BuildSettings { Platform = platform } };
        Assert.Equal("reused reused metadata reused reused", Statuses(InvalidationTrace.Between(Of("linux/amd64"), Of("linux/arm64"))));
    }

    [Theory]
    [InlineData("SOURCE_DATE_EPOCH", "reused reused rebuilt rebuilt")]
    [InlineData("BUILDKIT_SANDBOX_HOSTNAME", "reused rebuilt rebuilt rebuilt")]
    [InlineData("BUILDKIT_INLINE_CACHE", "reused reused reused reused")]
    [InlineData("HTTP_PROXY", "reused reused reused reused")]
    public void An_argument_that_counts_without_being_declared_counts_where_the_builder_uses_it(string name, string statuses)
    {
        BuildState Of(string value) => State("FROM a\nRUN x\nWORKDIR /w\nRUN y\n") with
        {
            Settings = new BuildSettings { BuildArguments = BuildSettings.Default.BuildArguments.Add(name, value) },
        };
        Assert.Equal(statuses, Statuses(InvalidationTrace.Between(Of("1"), Of("2"))));
    }

    [Theory]
    [InlineData(CacheReach.Warm, "rebuilt reused reused rebuilt")]
    [InlineData(CacheReach.AllStages, "rebuilt reused reused rebuilt")]
    [InlineData(CacheReach.TargetChain, "rebuilt rebuilt reused rebuilt")]
    [InlineData(CacheReach.None, "rebuilt rebuilt rebuilt rebuilt")]
    public void A_cold_builder_does_again_what_it_finds_no_result_of(CacheReach reach, string statuses)
    {
        const string Text = "FROM a AS build\nRUN make deps\nCOPY f /f\nFROM a\nRUN x\nCOPY --from=build /f /f\n";
        var trace = InvalidationTrace.Between(State(Text, ("f", "1")), State(Text, ("f", "2")), reach);
        int[] steps = [2, 1, 4, 5];
        Assert.Equal(statuses, string.Join(' ', steps.Select(step => trace.Steps[step].Status.ToString().ToLowerInvariant())));
    }

    [Fact]
    public void A_step_that_nobody_needs_again_is_reused_though_its_result_was_not_exported()
    {
        const string Text = "FROM a AS build\nRUN make\nFROM a\nCOPY --from=build /x /x\nCOPY f /f\n";
        var trace = InvalidationTrace.Between(State(Text, ("f", "1")), State(Text, ("f", "2")), CacheReach.TargetChain);
        Assert.Equal("reused reused reused reused rebuilt", Statuses(trace));
        Assert.Equal("its result is not in the imported cache, but nothing that is done again needs it", trace.Steps[1].Cause!.Detail);
    }

    [Theory]
    [InlineData("", "", "rebuilt rebuilt", StepCertainty.Likely)]
    [InlineData("sha256:1", "sha256:1", "reused reused", StepCertainty.Certain)]
    [InlineData("sha256:1", "sha256:2", "rebuilt rebuilt", StepCertainty.Certain)]
    [InlineData("sha256:1", "", "rebuilt rebuilt", StepCertainty.Likely)]
    public void Another_tag_is_another_image_unless_digests_say_otherwise(
        string old, string current, string statuses, StepCertainty certainty)
    {
        var trace = InvalidationTrace.Between(
            With(State("FROM a:1\nRUN x\n"), "a:1", old), With(State("FROM a:2\nRUN x\n"), "a:2", current));
        Assert.Equal(statuses, Statuses(trace));
        Assert.All(trace.Steps, step => Assert.Equal(certainty, step.Certainty));
    }

    [Fact]
    public void A_copy_from_a_rebuilt_stage_is_rebuilt_and_says_that_it_may_still_be_reused()
    {
        const string Text = "FROM go AS build\nCOPY . /src\nRUN go build -o /app\nFROM scratch\nCOPY --from=build /app /app\n";
        var trace = InvalidationTrace.Between(State(Text, ("a", "1")), State(Text, ("a", "2")));
        Assert.Equal("reused rebuilt rebuilt metadata rebuilt", Statuses(trace));
        Assert.Equal(CauseKind.Stage, trace.Steps[4].Cause!.Kind);
        Assert.Contains("if it comes out the same, this copy is still re-used", trace.Steps[4].Cause!.Detail, StringComparison.Ordinal);
        Assert.Equal("`a` changed, read by COPY . /src at line 2", trace.Steps[4].Chain[0].Detail);
    }

    [Fact]
    public void A_copy_from_a_rebuilt_stage_is_reused_where_its_files_are_followed_and_the_same()
    {
        const string Text = "FROM a AS build\nCOPY x y /src/\nRUN mkdir /out && cat /src/x > /out/x && echo done > /log\nFROM "
            + "scratch\nCOPY --from=build /out /\nFROM a\n";
        var before = State(Text, ("x", "1"), ("y", "1"));
        var after = State(Text, ("x", "1"), ("y", "2"));
        var settings = new BuildSettings { Target = "1" };
        var trace = InvalidationTrace.Between(before with { Settings = settings }, after with { Settings = settings });
        Assert.Equal("reused rebuilt rebuilt metadata reused skipped", Statuses(trace));
    }

    [Fact]
    public void A_store_remembers_more_than_the_build_before()
    {
        var first = State("FROM a\nCOPY f /f\n", ("f", "1"));
        var trace = InvalidationTrace.After([first, State("FROM a\nCOPY f /f\n", ("f", "2"))], first);
        Assert.Equal("reused reused", Statuses(trace));
    }

    [Fact]
    public void For_the_classic_builder_every_instruction_is_a_step_and_every_stage_up_to_the_target_is_built()
    {
        var before = Classic(State("FROM a AS unused\nRUN x\nFROM a\nLABEL k=1\nRUN y\n"));
        var after = Classic(State("FROM a AS unused\nRUN z\nFROM a\nLABEL k=2\nRUN y\n"));
        Assert.Equal("reused rebuilt reused rebuilt rebuilt", Statuses(InvalidationTrace.Between(before, after)));
    }

    [Fact]
    public void Keys_say_what_they_depend_on()
    {
        var plan = LayerPlan.Create(State(Python, ("requirements.txt", "r"), ("src/app.py", "a")));
        Assert.Equal([StepKind.Base, StepKind.Metadata, StepKind.Cached, StepKind.Cached, StepKind.Cached, StepKind.Cached],
            plan.Steps.Select(step => step.Kind));
        Assert.Equal(
            "requirements.txt", Assert.Single(plan.Steps[2].Key.Inputs.Single(input => input.Kind == KeyInputKind.Files).Files).Path);
        var argument = plan.Steps[3].Key.Inputs.Single(input => input.Kind == KeyInputKind.Argument);
        Assert.Equal(("VERSION", "1", 2), (argument.Name, argument.Value, argument.Line));
    }

    [Fact]
    public void Contents_of_files_that_no_step_uses_are_never_read()
    {
        var unread = new ContextEntry("big", ContextEntryKind.File)
        {
            Mode = 0x1A4,
            Content = ContextContent.Deferred(() => throw new InvalidOperationException("read"))
        };
        var state = new BuildState(DockerfileParser.Parse("FROM a AS other\nCOPY big /\nFROM a\nCOPY f /f\n"),
            ContextManifest.Create([unread, Entry("f", "1")]), BuildSettings.Default);
        Assert.Equal("skipped skipped reused reused", Statuses(InvalidationTrace.Between(state, state)));
    }

    [Fact]
    public void A_content_that_cannot_be_read_makes_the_step_unknown_and_is_told()
    {
        var broken = new ContextEntry(
            "f", ContextEntryKind.File)
        { Mode = 0x1A4, Content = ContextContent.Deferred(() => (null, "no permission")) };
        var state = new BuildState(DockerfileParser.Parse("FROM a\nCOPY f /f\n"), ContextManifest.Create([broken]), BuildSettings.Default);
        Assert.Equal("reused unknown", Statuses(InvalidationTrace.Between(state, state)));
        Assert.Equal(["f: no permission"], state.Context.Problems);
    }

    [Theory]
    [InlineData("COPY *.md /d/", "m.md", "n.md", "reused rebuilt")] // the name of a match counts, be it the only one (Engine 28.5.2)
    [InlineData("COPY d/*/x /d/", "d/p/x", "d/r/x", "reused reused")] // of its path only the last part does
    public void Of_what_a_pattern_matches_the_names_count(string copy, string old, string current, string statuses) =>
        Assert.Equal(
            statuses, Statuses(
            InvalidationTrace.Between(State("FROM a\n" + copy + "\n", (old, "x")), State("FROM a\n" + copy + "\n", (current, "x")))));

    [Theory]
    [InlineData("p", "rebuilt")] // one and the same step of the build graph
    [InlineData("q", "reused")] // another step with the same key finds what the first has made (Engine 28.5.2)
    public void A_step_equal_to_one_the_same_build_has_made_is_the_same_or_finds_it(string source, string status)
    {
        var text = $"FROM a AS x\nCOPY p/f /f\nFROM a\nCOPY {source}/f /f\nCOPY --from=x /f /g\n";
        var trace = InvalidationTrace.Between(State(text, ("p/f", "1"), ("q/f", "1")), State(text, ("p/f", "2"), ("q/f", "2")));
        Assert.Equal($"reused rebuilt reused {status} rebuilt", Statuses(trace));
    }

    [Fact]
    public void Exposure_counts_what_reaches_a_step_and_what_stands_behind_it()
    {
        var exposure = LayerExposure.Of(LayerPlan.Create(State(Python, ("requirements.txt", "r"), ("src/app.py", "abc"))));
        var copy = exposure.Steps[2];

        // Two files; the folder that holds one of them is none.
        Assert.Equal((2, 4L, true, 2, 1), (copy.Files, copy.Bytes, copy.ReadsWholeContext, copy.ReachedFiles, copy.Behind));
        Assert.Equal(["VERSION"], copy.ReachedArguments);
        Assert.Equal(3, exposure.Steps[0].Behind);
    }

    private static BuildState State(string dockerfile, params (string Path, string Text)[] files) =>
        new(DockerfileParser.Parse(dockerfile), ContextManifest.Create(files.Select(file => Entry(file.Path, file.Text))),
            BuildSettings.Default);

    private static BuildState Classic(BuildState state) => state with { Settings = new BuildSettings { Builder = Builder.Classic } };

    private static BuildState With(BuildState state, string image, string digest) => digest.Length == 0 ? state
        : state with { Images = state.Images.Add(image, new BaseImage { Digest = digest }) };

    private static ContextEntry Entry(string path, string text) =>
        new(path, ContextEntryKind.File)
        {
            Mode = 0x1A4,
            Size = text.Length,
            Content = ContextContent.FromBytes(Encoding.UTF8.GetBytes(text))
        };

    private static string Statuses(InvalidationTrace trace) =>
        string.Join(' ', trace.Steps.Select(step => step.Status.ToString().ToLowerInvariant()));
}
