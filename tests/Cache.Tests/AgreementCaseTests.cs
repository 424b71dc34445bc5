using System.Collections.Immutable;
using System.Text;
using Dockerlint.Cache;
using Dockerlint.Semantics;
using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>Pairs of builds on which the model and an engine once disagreed, found by random builds on real engines.</summary>
public sealed class AgreementCaseTests
{
    [Fact]
    public void Files_of_a_step_that_is_done_again_may_come_out_the_same_so_what_takes_them_is_open()
    {
        const string Text = "FROM a AS one\nRUN make {0}\nCOPY f /f\nFROM a\nCOPY --from=one /out /out\nRUN test\nCOPY f /g\n";
        var trace = Between(
            Text.Replace("{0}", "1", StringComparison.Ordinal), Text.Replace("{0}", "2", StringComparison.Ordinal), new BuildSettings());
        Assert.Equal([(2, false), (3, false), (5, true), (6, true), (7, true)],
            trace.Steps.Where(step => step.Status == StepStatus.Rebuilt)
                .Select(step => (step.Step.Line, step.Certainty == StepCertainty.Open)));
    }

    [Fact]
    public void Files_of_a_step_that_changes_for_certain_are_not_open()
    {
        const string Text = "FROM a AS one\nRUN echo {0} > /f\nFROM a\nCOPY --from=one /f /g\n";
        var trace = Between(
            Text.Replace("{0}", "1", StringComparison.Ordinal), Text.Replace("{0}", "2", StringComparison.Ordinal), new BuildSettings());
        Assert.Equal([(2, false), (4, false)], trace.Steps.Where(step => step.Status == StepStatus.Rebuilt)
            .Select(step => (step.Step.Line, step.Certainty == StepCertainty.Open)));
    }

    [Theory]
    [InlineData(Builder.BuildKit)]
    [InlineData(Builder.Classic)]
    public void An_ADD_changes_nothing_but_its_destination(Builder builder)
    {
        const string Text = "FROM a AS one\nRUN mkdir /out && echo x > /out/f\nADD f /b\nFROM a\nCOPY --from=one /out /from/\n";
        var trace = Between(Text, Text, new BuildSettings { Builder = builder }, "1", "2");
        Assert.Equal(
            [(1, StepStatus.Reused), (2, StepStatus.Reused), (3, StepStatus.Rebuilt), (4, StepStatus.Reused), (5, StepStatus.Reused)],
            trace.Steps.Select(step => (step.Step.Line, step.Status)));
    }

    [Theory]
    [InlineData(ImageStore.Containerd, StepStatus.Reused)]
    [InlineData(ImageStore.GraphDriver, StepStatus.Rebuilt)]
    public void A_linked_copy_stands_for_itself_only_where_layers_can_be_merged(ImageStore store, StepStatus status)
    {
        var trace = Between(
            "FROM a\nRUN x\nCOPY --link f /f\n", "FROM a\nRUN y\nCOPY --link f /f\n", new BuildSettings { Store = store });
        Assert.Equal(status, trace.Steps[2].Status);
    }

    [Theory]
    [InlineData("COPY f /g", "COPY --from=one /f /g")]
    [InlineData("COPY --from=one /f /g", "COPY f /g")]
    [InlineData("COPY f /g/", "COPY --from=one /d/f /g/")]
    [InlineData("COPY f* /g/", "COPY --from=one /d/f* /g/")]
    [InlineData("RUN --mount=source=f,target=/m cat /m", "RUN --mount=from=one,source=/f,target=/m cat /m")]
    public void Equal_files_are_the_same_to_BuildKit_wherever_they_come_from(string before, string after)
    {
        const string Text = "FROM a AS one\nRUN mkdir /d\nCOPY f /f\nCOPY f /d/\nFROM a\nRUN y\n{0}\nRUN z\n";
        var trace = Between(Text.Replace("{0}", before, StringComparison.Ordinal), Text.Replace("{0}", after, StringComparison.Ordinal),
            new BuildSettings());
        Assert.Equal([StepStatus.Reused, StepStatus.Reused], trace.Steps.TakeLast(2).Select(step => step.Status));
    }

    [Fact]
    public void A_copy_of_something_that_was_not_followed_may_be_what_the_context_had()
    {
        const string Text = "FROM a AS one\nRUN make\nFROM a\nRUN y\n{0}\nRUN z\n";
        var trace = Between(
            Text.Replace("{0}", "COPY f /g", StringComparison.Ordinal),
                Text.Replace("{0}", "COPY --from=one /f /g", StringComparison.Ordinal), new BuildSettings());
        Assert.Equal([(StepStatus.Rebuilt, true), (StepStatus.Rebuilt, true)], trace.Steps.TakeLast(2)
            .Select(step => (step.Status, step.Certainty == StepCertainty.Open)));
        Assert.Equal("it takes its files from stage `one` instead of the build context; if they are equal, this step is still re-used",
            trace.Steps[^2].Cause!.Detail);
    }

    [Fact]
    public void A_step_that_differs_in_itself_is_not_open_although_it_takes_what_was_not_followed()
    {
        const string Text = "FROM a AS one\nRUN make\nFROM a\n{0}RUN --mount=from=one,target=/m y\nRUN z\n";
        var trace = Between(Text.Replace("{0}", "", StringComparison.Ordinal), Text.Replace("{0}", "ENV E=1\n", StringComparison.Ordinal),
            new BuildSettings());
        Assert.Equal([(StepStatus.Rebuilt, false), (StepStatus.Rebuilt, false)], trace.Steps.TakeLast(2)
            .Select(step => (step.Status, step.Certainty == StepCertainty.Open)));
    }

    [Theory]
    [InlineData("RUN --mount=type=cache,target=/c echo 1", "RUN --mount=type=cache,target=/c echo 2")]
    [InlineData("SHELL [\"/bin/sh\", \"-ec\"]\nRUN echo 1", "SHELL [\"/bin/sh\", \"-ec\"]\nRUN echo 2")]
    [InlineData("RUN <<EOF\necho 1\nEOF", "RUN <<EOF\necho 2\nEOF")]
    [InlineData("RUN sort /f > /s; cat /f | tr a b > /t", "RUN sort /f >/s && tr a b < /f > /u")]
    public void Commands_that_leave_a_file_alone_leave_its_copy_reused(string before, string after)
    {
        const string Text = "FROM a AS one\nCOPY f /f\n{0}\nFROM a\nCOPY --from=one /f /g\n";
        var trace = Between(Text.Replace("{0}", before, StringComparison.Ordinal), Text.Replace("{0}", after, StringComparison.Ordinal),
            new BuildSettings());
        Assert.Equal(StepStatus.Reused, trace.Steps[^1].Status);
    }

    [Fact]
    public void What_a_filter_prints_is_the_same_for_the_same_file_and_open_for_another()
    {
        static string Text(string run) => $"FROM a AS one\nCOPY f /f\n{run}\nFROM a\nCOPY --from=one /s /g\n";
        var same = Between(Text("RUN sort /f > /s"), Text("RUN sort /f > /s; true"), new BuildSettings());
        var other = Between(Text("RUN sort /f > /s"), Text("RUN sort /f > /s"), new BuildSettings(), "1", "2");
        Assert.Equal((StepStatus.Reused, false), (same.Steps[^1].Status, same.Steps[^1].Certainty == StepCertainty.Open));
        Assert.Equal((StepStatus.Rebuilt, true), (other.Steps[^1].Status, other.Steps[^1].Certainty == StepCertainty.Open));
    }

    [Fact]
    public void Somebody_who_is_not_root_may_be_denied_so_what_a_script_leaves_is_open()
    {
        const string Text = "FROM a AS one\nUSER 1000\nRUN echo {0} > /f; true\nFROM a\nCOPY --from=one /f /g\n";
        var trace = Between(
            Text.Replace("{0}", "1", StringComparison.Ordinal), Text.Replace("{0}", "2", StringComparison.Ordinal), new BuildSettings());
        Assert.Equal(StepCertainty.Open, trace.Steps[^1].Certainty);
    }

    private static InvalidationTrace Between(
        string before, string after, BuildSettings settings, string content = "1", string changed = "1") =>
        InvalidationTrace.Between(State(before, settings, content), State(after, settings, changed));

    private static BuildState State(string text, BuildSettings settings, string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        var file = new ContextEntry(
            "f", ContextEntryKind.File)
        { Mode = 0b110_100_100, Size = bytes.Length, Content = ContextContent.FromBytes(bytes) };
        var image = new BaseImage { Digest = "sha256:a", Environment = [], User = "", WorkingDirectory = "" };
        return new BuildState(DockerfileParser.Parse(text), ContextManifest.Create([file]), settings)
        {
            Images = ImmutableDictionary<string, BaseImage>.Empty.Add("a", image),
        };
    }
}
