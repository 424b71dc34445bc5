using Dockerlint.Commands;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

/// <summary>Scripts in the words of commands: sh -c, su -c, heredocs, find -exec.</summary>
public sealed class NestedScriptTests
{
    [Theory]
    [InlineData("sh -c 'npm ci'", "ci")]
    [InlineData("sh -c \"npm ci\"", "ci")]
    [InlineData("bash -lc 'cd x && npm ci'", "ci")]
    [InlineData("su app -c 'npm ci'", "ci")]
    [InlineData("sh -c \"sh -c 'npm ci'\"", "ci")]
    [InlineData("eval npm ci", "ci")]
    [InlineData("sh <<EOF\nnpm ci\nEOF", "ci")]
    [InlineData("sudo bash -s <<'EOF'\nnpm ci\nEOF", "ci")]
    [InlineData("find . -exec npm ci {} +", "ci")]
    public void The_words_of_a_script_in_a_word_stand_where_they_are_written(string script, string word)
    {
        var use = Shown.Read(script).Single(use => use.Tool == NodeTools.Npm);
        var span = use.ToSource(use.VerbWord!.Value);
        Assert.Equal(word, script.Substring(span.Start, span.Length));
        Assert.True(use.Text.IsExact(use.VerbWord.Value.Span));
        Assert.NotNull(use.Parent);
    }

    [Fact]
    public void A_word_over_an_escape_has_a_place_that_no_edit_may_use()
    {
        const string script = "sh -c \"echo \\\"a b\\\" c\"";
        var use = Shown.Read(script)[^1];
        Assert.Equal(["a b", "c"], use.Operands.Select(word => word.Text));
        Assert.False(use.Text.IsExact(use.Operands[0].Span));
        Assert.True(use.Text.IsExact(use.Operands[1].Span));
        Assert.Equal('c', script[use.ToSource(use.Operands[1]).Start]);
    }

    [Fact]
    public void The_exec_form_is_a_command_and_a_script_in_it_counts()
    {
        Assert.True(Shown.Exec("apt-get", "install", "-y", "curl").Single().Does(AptTools.Apt, "install"));
        var uses = Shown.Exec("sh", "-c", "npm ci && npm test");
        Assert.Equal(["sh", "npm", "npm"], uses.Select(use => use.Name));
        Assert.Equal("ci", uses[1].VerbName);
        Assert.True(uses[1].Text.IsExact(uses[1].VerbWord!.Value.Span));
    }

    [Fact]
    public void Scripts_that_are_nested_too_deeply_or_broken_are_left_alone()
    {
        Assert.Single(Shown.Read("sh -c 'if ('"));
        var script = "x";
        for (var i = 0; i < 8; i++)
        {
            script = "sh -c \"" + script.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"",
                StringComparison.Ordinal) + "\"";
        }

        Assert.InRange(Shown.Read(script).Length, 4, 6);
    }

    [Fact]
    public void Names_of_tools_that_end_in_a_version_or_begin_with_a_machine_are_known()
    {
        foreach (var (name, tool) in new[]
        {
            ("python3.12", PythonTools.Python), ("pip3.12", PythonTools.Pip), ("pip2", PythonTools.Pip), ("clang-17", BuildTools.Gcc),
                ("php8.2", PhpTools.Php),
            ("gcc-12", BuildTools.Gcc), ("apt.exe", AptTools.Apt), ("npm.cmd", NodeTools.Npm), ("x86_64-linux-gnu-g++", BuildTools.Gcc),
                ("gem3.1", RubyTools.Gem),
        })
        {
            Assert.Same(tool, ToolCatalog.Find(name));
        }

        Assert.Null(ToolCatalog.Find("curl7"));
        Assert.Null(ToolCatalog.Find("python-x"));
        Assert.Null(ToolCatalog.Find("3.12"));
        Assert.Null(ToolCatalog.Find("-1"));
        Assert.Null(ToolCatalog.Find(""));
    }

    [Fact]
    public void A_heredoc_that_the_script_does_not_hold_is_asked_for()
    {
        const string script = "bash <<EOF";
        var text = MappedText.Slice(SourceText.From(script + "\nnpm ci\n"), new TextSpan(0, script.Length));
        var tree = ShellParser.Parse(text).Script!;
        var uses = ScriptReader.Read(text, tree, new OtherHeredoc(MappedText.Slice(text.Source, new TextSpan(script.Length + 1, 7))));
        Assert.Equal(["bash", "npm"], uses.Select(use => use.Name));
    }

    private sealed class OtherHeredoc(MappedText body) : WordValues
    {
        public override void Expand(ShellWord word, ICollection<CommandWord> into) => Literal.Expand(word, into);

        public override WordValues Of(ShellScript script) => this;

        public override MappedText? Heredoc(Redirect redirect) => body;
    }
}
