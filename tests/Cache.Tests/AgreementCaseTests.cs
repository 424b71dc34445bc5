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
        var trace = Between(Text.Replace("{0}", "1", StringComparison.Ordinal), Text.Replace("{0}", "2", StringComparison.Ordinal), new BuildSettings());
        Assert.Equal([(2, false), (3, false), (5, true), (6, true), (7, true)],
            trace.Steps.Where(step => step.Status == StepStatus.Rebuilt).Select(step => (step.Step.Line, step.MayBeReused)));
    }

    [Fact]
    public void Files_of_a_step_that_changes_for_certain_are_not_open()
    {
        const string Text = "FROM a AS one\nRUN echo {0} > /f\nFROM a\nCOPY --from=one /f /g\n";
        var trace = Between(Text.Replace("{0}", "1", StringComparison.Ordinal), Text.Replace("{0}", "2", StringComparison.Ordinal), new BuildSettings());
        Assert.Equal([(2, false), (4, false)], trace.Steps.Where(step => step.Status == StepStatus.Rebuilt).Select(step => (step.Step.Line, step.MayBeReused)));
    }

    [Theory]
    [InlineData(Builder.BuildKit)]
    [InlineData(Builder.Classic)]
    public void An_ADD_changes_nothing_but_its_destination(Builder builder)
    {
        const string Text = "FROM a AS one\nRUN mkdir /out && echo x > /out/f\nADD f /b\nFROM a\nCOPY --from=one /out /from/\n";
        var trace = Between(Text, Text, new BuildSettings { Builder = builder }, "1", "2");
        Assert.Equal([(1, StepStatus.Reused), (2, StepStatus.Reused), (3, StepStatus.Rebuilt), (4, StepStatus.Reused), (5, StepStatus.Reused)],
            trace.Steps.Select(step => (step.Step.Line, step.Status)));
    }

    [Theory]
    [InlineData(true, StepStatus.Reused)]
    [InlineData(false, StepStatus.Rebuilt)]
    public void A_linked_copy_stands_for_itself_only_where_layers_can_be_merged(bool hasMerge, StepStatus status)
    {
        var trace = Between("FROM a\nRUN x\nCOPY --link f /f\n", "FROM a\nRUN y\nCOPY --link f /f\n", new BuildSettings { HasMerge = hasMerge });
        Assert.Equal(status, trace.Steps[2].Status);
    }

    private static InvalidationTrace Between(string before, string after, BuildSettings settings, string content = "1", string changed = "1") =>
        InvalidationTrace.Between(State(before, settings, content), State(after, settings, changed));

    private static BuildState State(string text, BuildSettings settings, string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        var file = new ContextEntry("f", ContextEntryKind.File) { Mode = 0b110_100_100, Size = bytes.Length, Content = ContextContent.FromBytes(bytes) };
        var image = new BaseImage { Digest = "sha256:a", Environment = [], User = "", WorkingDirectory = "" };
        return new BuildState(DockerfileParser.Parse(text), ContextManifest.Create([file]), settings)
        {
            Images = ImmutableDictionary<string, BaseImage>.Empty.Add("a", image),
        };
    }
}
