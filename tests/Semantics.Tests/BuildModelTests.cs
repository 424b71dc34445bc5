using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Testing;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

public sealed class BuildModelTests
{
    [Fact]
    public void Stages_inherit_what_the_stages_below_set_their_ARGs_included()
    {
        var model = Create("""
            ARG TAG=3.22
            FROM alpine:${TAG} AS Base
            ARG A=1
            ENV E=$A-x
            WORKDIR /srv
            WORKDIR app
            USER $A
            SHELL ["/bin/ash", "-c"]
            FROM base
            RUN true
            """);
        var step = Assert.Single(model.Stages[1].Steps);
        Assert.Equal("alpine:3.22", model.Stages[0].Base.Text);
        Assert.Same(model.Stages[0], model.Stages[1].Base.Stage);
        Assert.Equal(VariableValue.Of("1-x"), step.Before.Variables.Lookup("E"));
        Assert.Equal(VariableValue.Of("1"), step.Before.Variables.Lookup("A"));
        Assert.Equal("/srv/app", step.Before.Workdir);
        Assert.Equal("1", step.Before.User);
        Assert.Equal(["/bin/ash", "-c"], step.Before.Shell);
    }

    [Theory]
    [InlineData("FROM scratch", BaseKind.Scratch, "scratch")]
    [InlineData("ARG B=alpine:3.7\nFROM ${B}", BaseKind.Image, "alpine:3.7")]
    [InlineData("ARG S=1\nFROM x:1 AS img1\nFROM img${S}", BaseKind.Stage, "img1")]
    [InlineData("ARG B\nFROM $B", BaseKind.Invalid, "")]
    [InlineData("FROM a-$TARGETARCH", BaseKind.Unknown, null)]
    [InlineData("FROM later\nFROM a AS later\nFROM later", BaseKind.Stage, "later")]
    [InlineData("FROM a AS Later\nFROM Later", BaseKind.Invalid, "Later")]
    [InlineData("FROM later", BaseKind.Image, "later")]
    public void The_base_of_the_last_stage_is_resolved(string text, BaseKind kind, string? name)
    {
        var stage = Create(text).Stages[^1];
        Assert.Equal(kind, stage.Base.Kind);
        Assert.Equal(name, stage.Base.Text);
    }

    [Theory]
    [InlineData(Builder.BuildKit, "arg")]
    [InlineData(Builder.Classic, "env")]
    public void The_last_of_ARG_and_ENV_wins_in_BuildKit_and_ENV_in_the_classic_builder(Builder builder, string seen)
    {
        // The values of one ENV see what was before it.
        var tree = DockerfileParser.Parse("FROM scratch\nENV X=env\nARG X=arg\nARG X2\nENV X=new Y=$X\nRUN true\n");
        var variables = BuildModel.Create(tree, new BuildOptions { Builder = builder }).Stages[0].Steps[^1].Before.Variables;
        Assert.Equal(VariableValue.Of(seen), variables.Lookup("Y"));
        Assert.Equal(VariableValue.Of("new"), variables.Lookup("X"));
        Assert.Equal(VariableValue.Unset, variables.Lookup("Z"));
    }

    [Theory]
    [InlineData(64)]
    [InlineData(3000)]
    public void Values_that_double_become_unknown(int count)
    {
        var text = "FROM scratch\nENV A=0123456789\n" + string.Concat(Enumerable.Repeat("ENV A=$A$A\n", count));
        Assert.Equal(new VariableValue(true, null), Create(text).Stages[0].FinalState.Variables.Lookup("A"));
    }

    [Fact]
    public void Costly_patterns_give_unknown()
    {
        var text = "FROM scratch\nENV A=" + new string('a', 60_000) + "\nENV B=${A//*x/} C=${A#a}\n";
        var variables = Create(text).Stages[0].FinalState.Variables;
        Assert.Equal(new VariableValue(true, null), variables.Lookup("B"));
        Assert.Equal(59_999, variables.Lookup("C").Text?.Length);
    }

    [Fact]
    public void ONBUILD_of_a_stage_acts_in_the_stages_built_on_it()
    {
        var model = Create("FROM a AS tools\nFROM scratch AS base\nONBUILD ENV X=1\nONBUILD WORKDIR /w\nONBUILD COPY --from=tools /t "
            + "/\nFROM base\nENV Y=$X\n");
        Assert.Equal(VariableValue.Of("1"), model.Stages[2].FinalState.Variables.Lookup("Y"));
        Assert.Equal("/w", model.Stages[2].FinalState.Workdir);
        Assert.Equal("/", model.Stages[1].FinalState.Workdir);
        Assert.True(model.IsReachable(model.Stages[0]));
    }

    [Theory]
    [InlineData("WORKDIR app\nWORKDIR ../../b/./c//", "/b/c")]
    [InlineData("WORKDIR /a//b/", "/a/b")]
    [InlineData("WORKDIR C:/x\nWORKDIR y", null)]
    public void Working_directories_are_joined_and_cleaned(string text, string? expected)
    {
        Assert.Equal(expected, Create("FROM scratch\n" + text).Stages[0].FinalState.Workdir);
    }

    [Fact]
    public void An_ARG_without_default_keeps_the_value_it_had()
    {
        var model = Create("ARG G=1\nARG G\nFROM a:$G\nARG A=1\nARG A\n");
        Assert.Equal("a:1", model.Stages[0].Base.Text);
        Assert.Equal(VariableValue.Of("1"), model.Stages[0].FinalState.Variables.Lookup("A"));
    }

    [Fact]
    public void Behind_a_foreign_base_an_undeclared_variable_is_unknown()
    {
        var variables = Create("FROM alpine:3\nRUN true\n").Stages[0].Steps[0].Before.Variables;
        Assert.Equal(VariableValue.Unknown, variables.Lookup("PATH"));
    }

    [Fact]
    public void Build_arguments_win_over_defaults_and_reach_only_declared_ARGs()
    {
        var options = new BuildOptions { BuildArguments = BuildOptions.Default.BuildArguments.Add("V", "2").Add("W", "3") };
        var model = BuildModel.Create(DockerfileParser.Parse("ARG V=1\nFROM a:$V\nARG V\nRUN true\n"), options);
        Assert.Equal("a:2", model.Stages[0].Base.Text);
        Assert.Equal(VariableValue.Of("2"), model.Stages[0].FinalState.Variables.Lookup("V"));
        Assert.Equal(VariableValue.Unknown, model.Stages[0].FinalState.Variables.Lookup("W"));
    }

    [Fact]
    public void Reachability_follows_FROM_COPY_from_and_mounts()
    {
        const string text = "FROM a AS one\nFROM a AS two\nFROM a AS three\nFROM a AS four\nFROM one\nCOPY --from=TWO /x /\nRUN "
            + "--mount=from=Three,target=/x --mount=from=3,target=/y true\n";
        var model = Create(text);
        // A number names a stage in COPY --from, but an image in a mount.
        Assert.Equal([true, true, true, false, true], model.Stages.Select(model.IsReachable));
        var onlyTwo = BuildModel.Create(DockerfileParser.Parse(text), new BuildOptions { Target = "two" });
        Assert.Equal([false, true, false, false, false], onlyTwo.Stages.Select(onlyTwo.IsReachable));
    }

    [Fact]
    public void Every_corpus_file_has_a_model_and_the_engines_blank_bases_are_invalid()
    {
        Assert.SkipWhen(SharedCorpus.Missing is not null, SharedCorpus.Missing ?? "");
        var rejected = File.ReadLines(Path.Combine(SharedCorpus.BuildKitParserData(".."), "buildkit-checks.tsv"))
            .Select(line => line.Split('\t'))
            .Where(row =>
                row[2] == "buildError"
                && (row[3].StartsWith("base name", StringComparison.Ordinal) || row[3]
                .StartsWith("failed to parse stage", StringComparison.Ordinal)))
            .Select(row => row[0]).ToHashSet();
        var unresolved = File.ReadLines(Path.Combine(SharedCorpus.BuildKitParserData(".."), "buildkit-checks.tsv"))
            .Select(line => line.Split('\t'))
            .Where(row => row[2] is "buildError" or "unresolved").Select(row => row[0]).ToHashSet();
        var wrong = new List<string>();
        foreach (var file in SharedCorpus.TrainFiles())
        {
            var name = Path.GetFileName(Path.GetDirectoryName(file)) + "/" + Path.GetFileName(file);
            var model = BuildModel.Create(DockerfileParser.Parse(SourceText.FromBytes(File.ReadAllBytes(file), name)));
            var isInvalid = model.Stages.Any(stage => stage.Base.Kind == BaseKind.Invalid);
            if (isInvalid != rejected.Contains(name) && !(isInvalid && unresolved.Contains(name)))
            {
                wrong.Add($"{name}: {isInvalid}");
            }
        }

        Assert.Empty(wrong);
    }

    private static BuildModel Create(string text) => BuildModel.Create(DockerfileParser.Parse(text));
}
