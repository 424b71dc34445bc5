using Dockerlint.Syntax.Grammar;
using Dockerlint.Text;

namespace Dockerlint.Syntax;

/// <summary>A JSON array of strings: the exec form.</summary>
public sealed class JsonArraySyntax : CommandSyntax
{
    internal JsonArraySyntax(int start, int length, IReadOnlyList<SyntaxToken> tokens)
        : base(start, length, tokens)
    {
        Items = [.. tokens.Where(token => token.Kind == TokenKind.JsonString)];
    }

    /// <summary>The strings; <see cref="SyntaxToken.Value"/> is unescaped.</summary>
    public IReadOnlyList<SyntaxToken> Items { get; }

    internal IReadOnlyList<WordSyntax> ToWords(WordGrammar grammar)
    {
        var words = new List<WordSyntax>(Items.Count);
        foreach (var item in Items)
        {
            var inner = new TextSpan(item.LogicalStart + 1, item.LogicalLength - 2);
            // With escapes in the string only its whole has a place.
            var isExact = item.Value.Length == inner.Length;
            var span = item.Line.ToSource(inner);
            var line = isExact
                ? new LogicalLine(item.Line.AsMappedText().Slice(inner))
                : new LogicalLine(new MappedText(Source, item.Value, new MappedSegment(0, item.Value.Length, span.Start, span.Length)));
            var word = grammar.Parse(line.Text, 0, line.Text.Length);
            word.Attach(this, line);
            words.Add(word);
        }

        return words;
    }
}
