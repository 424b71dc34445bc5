using Dockerlint.Syntax;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

public sealed class PositionTests
{
    [Fact]
    public void Shell_text_maps_back_through_continuations_and_comments()
    {
        const string text = "FROM a\nRUN one && \\\n  # why\n  two \\\n\n  three\n";
        var run = (RunInstruction)TreeInvariants.ParseAndCheck(text).Root.Instructions[1];
        var mapped = ((ShellFormSyntax)run.Command!).GetText();
        Assert.Equal("one &&   two   three", mapped.Text);
        foreach (var word in new[] { "one", "two", "three" })
        {
            var span = new TextSpan(mapped.Text.IndexOf(word, StringComparison.Ordinal), word.Length);
            Assert.True(mapped.IsExact(span));
            Assert.Equal(word, mapped.Source.ToString(mapped.ToSource(span)));
        }

        Assert.False(mapped.IsExact(new TextSpan(0, mapped.Length)));
        Assert.True(run.HasEmptyContinuation);
    }

    [Fact]
    public void A_word_across_a_continuation_keeps_its_source_span()
    {
        const string text = "FROM al\\\npine AS x\n";
        var from = (FromInstruction)TreeInvariants.ParseAndCheck(text).Root.Instructions[0];
        Assert.Equal("alpine", from.Image.RawText);
        Assert.Equal("al\\\npine", text.Substring(from.Image.Span.Start, from.Image.Span.Length));
    }

    [Fact]
    public void Words_are_trees()
    {
        const string text = "FROM a\nENV x=a'b'\"c$d\"\\e${f:-${g}h}${i//j/k}\n";
        var value = ((EnvInstruction)TreeInvariants.ParseAndCheck(text).Root.Instructions[1]).Pairs[0].Value!;
        Assert.Equal(["d", "f", "g", "i"], value.Variables.Select(variable => variable.Name));
        Assert.Equal([null, ":-", null, "//"], value.Variables.Select(variable => variable.Operator));
        Assert.Equal("k", value.Variables.Last().Replacement!.RawText);
        Assert.Null(value.LiteralValue);
    }

    [Theory]
    [InlineData("a'b c'\"d\\\"e\"\\ f", "ab cd\"e f")]
    [InlineData("\"a\\nb\"", "a\\nb")]
    public void Literal_words_lose_quotes_and_escapes(string word, string expected)
    {
        var env = (EnvInstruction)TreeInvariants.ParseAndCheck($"FROM a\nENV x={word}\n").Root.Instructions[1];
        Assert.Equal(expected, env.Pairs[0].Value!.LiteralValue);
    }

    [Fact]
    public void Lines_and_columns_count_from_one_and_tabs_as_one()
    {
        var source = SourceText.From("a\n\tb\r\n");
        Assert.Equal(new LinePosition(2, 2), source.Lines.GetPosition(3));
        Assert.Equal(new LinePosition(3, 1), source.Lines.GetPosition(6));
    }

    [Fact]
    public void Trivia_names_comments_and_continuations()
    {
        var tree = TreeInvariants.ParseAndCheck("# top\nFROM a \\\n  AS b # no comment here? yes it is an argument\n");
        Assert.Equal(TriviaKind.Comment, tree.Root.Instructions[0].Keyword.LeadingTrivia[0].Kind);
        var other = TreeInvariants.ParseAndCheck("FROM a \\\n  # c\n  AS b\n");
        var asToken = ((FromInstruction)other.Root.Instructions[0]).AsKeyword!;
        Assert.Equal([TriviaKind.Continuation, TriviaKind.Blank, TriviaKind.Comment, TriviaKind.EndOfLine, TriviaKind.Blank],
            asToken.LeadingTrivia.Select(trivia => trivia.Kind));
    }
}
