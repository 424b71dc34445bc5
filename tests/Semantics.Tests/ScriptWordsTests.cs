using System.Text;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

public sealed class ScriptWordsTests
{
    [Theory]
    [InlineData("x $A", "x 1 2")]
    [InlineData("x \"$A\" '$A' pre$A", "x|1 2|$A|pre1|2", true)]
    [InlineData("B=3; x $B${B}", "x 33")]
    [InlineData("x $B; B=3", "x ?")]
    [InlineData("B=3; B=4; x $B", "x ?")]
    [InlineData("for B in 1 2; do x $B; done", "x ?")]
    [InlineData("export B=3; x $B", "x ?")]
    [InlineData("B=3 y; x $B", "x ?")]
    [InlineData("b=(1 \"2 3\" $A); x \"${b[@]}\"", "x|1|2 3|1|2", true)]
    [InlineData("x ${Z:-9} ${A:-9}", "x ? 1 2")]
    [InlineData("E=; x $E \"$E\"", "x|", true)]
    [InlineData("sudo -u root env C=1 /bin/x a", "x a")]
    [InlineData("exec x a", "x a")]
    [InlineData("timeout -k 5 10 x a", "x a")]
    [InlineData("xargs -n 1 x a", "x a ?")]
    [InlineData("time x a", "x a")]
    public void Commands_are_found_behind_wrappers_and_their_words_expanded(string script, string expected, bool barred = false)
    {
        var use = Scripts($"FROM a\nENV A=\"1 2\"\nRUN {script}\n").Single().Invocations.Last(command => command.Name == "x");
        Assert.Equal(
            expected, string.Join(barred ? '|' : ' ', use.Arguments.ToArray().Select(word => word.Value ?? "?").Prepend(use.Name)));
    }

    [Fact]
    public void A_program_of_a_foreign_environment_is_not_known()
    {
        var use = Assert.Single(Scripts("FROM a\nRUN x $Z\n").Single().Invocations);
        Assert.Null(Assert.Single(use.Arguments.ToArray()).Value);
        Assert.Null(Assert.Single(Scripts("FROM a\nRUN $Z x\n").Single().Invocations).Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ab ")]
    public void Values_that_grow_with_every_reference_end_as_unknown_or_soon(string seed)
    {
        var script = new StringBuilder($"v0='{seed}'; ");
        for (var i = 1; i < 8; i++)
        {
            script.Append("v").Append(i).Append('=').Append('"').Append(string.Concat(Enumerable.Repeat($"$v{i - 1}", 60))).Append("\"; ");
        }

        var use = Scripts($"FROM a\nRUN {script} x $v7\n").Single().Invocations.Single(command => command.Name == "x");
        Assert.All(use.Arguments.ToArray(), word => Assert.Null(word.Value));
    }

    [Theory]
    [InlineData("type=cache,target=/var/cache", "/var/cache/yum", true)]
    [InlineData("type=cache,target=/var/cache/yum/", "/var/cache/yum", true)]
    [InlineData("type=cache,target=/var/cache/yum/x", "/var/cache/yum", false)]
    [InlineData("type=bind,target=/var/cache/yum", "/var/cache/yum", false)]
    [InlineData("type=tmpfs,dst=/root", "~/.cache/pip", true)]
    [InlineData("type=cache,target=/home/me/.cache/pip", "~/.cache/pip", true)]
    [InlineData("type=cache,target=/home/me/.cache/uv", "~/.cache/pip", false)]
    [InlineData("type=cache,target=$D", "~/.cache/pip", true)]
    public void A_mount_keeps_out_what_lies_below_its_target(string mount, string directory, bool expected) =>
        Assert.Equal(expected, RunMounts.KeepsOut(Scripts($"FROM a\nRUN --mount={mount} x\n").Single().Instruction, directory));

    private static IEnumerable<ScriptUse> Scripts(string text) =>
        BuildModel.Create(DockerfileParser.Parse(SourceText.From(text))).Stages.SelectMany(ScriptUse.OfStage);
}
