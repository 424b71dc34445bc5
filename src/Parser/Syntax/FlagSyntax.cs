using Dockerlint.Syntax.Grammar;
using Dockerlint.Text;

namespace Dockerlint.Syntax;

/// <summary>A flag of an instruction, <c>--name</c> or <c>--name=value</c>.</summary>
public sealed class FlagSyntax : SyntaxNode
{
    private readonly WordGrammar _grammar;
    private LogicalLine? _cooked;
    private WordSyntax? _expandable;

    internal FlagSyntax(
        string name, string? value, SyntaxToken nameToken, SyntaxToken? equals, WordSyntax? word, int length, WordGrammar grammar)
        : base(nameToken.LogicalStart, length, [nameToken, equals, word])
    {
        Name = name;
        Value = value;
        NameToken = nameToken;
        ValueWord = word;
        _grammar = grammar;
    }

    /// <summary>The name without dashes.</summary>
    public string Name { get; }

    /// <summary>The value without quotes, or null when there is no equals sign.</summary>
    public string? Value { get; }

    /// <summary>The dashes and the name.</summary>
    public SyntaxToken NameToken { get; }

    /// <summary>The value as a word; null when there is none.</summary>
    public WordSyntax? ValueWord { get; }

    /// <summary>Where the value stands; the whole flag when it is empty or missing.</summary>
    public TextSpan ValueSpan => ValueWord is { LogicalLength: > 0 } word ? word.Span : Span;

    /// <summary>
    /// The value as the engine expands it: BuildKit's flag parser takes off quotes and backslashes before any variable is
    /// looked at. It is no part of the tree, but its spans are those of the source.
    /// </summary>
    public WordSyntax? ExpandedWord => CookedValue is { } value ? _expandable ??= WordOf(value, 0, value.Text.Length) : null;

    /// <summary>The value without quotes, with the way back to the source; null when there is none.</summary>
    internal LogicalLine? CookedValue => Value is null || ValueWord is null ? null : _cooked ??= Cook(ValueWord, Value);

    internal WordSyntax WordOf(LogicalLine line, int start, int end)
    {
        var word = _grammar.Parse(line.Text, start, end);
        word.Attach(this, line);
        return word;
    }

    internal WordSyntax WordOf(string text, TextSpan span) =>
        WordOf(new LogicalLine(new MappedText(Source, text, new MappedSegment(0, text.Length, span.Start, span.Length))), 0, text.Length);

    private static LogicalLine Cook(WordSyntax word, string value)
    {
        var segments = new List<MappedSegment>();
        var raw = word.RawText;
        var length = 0;
        FlagText.Unquote(raw, (index, c) =>
        {
            var at = word.Line.ToSource(new TextSpan(word.LogicalStart + index, 1)).Start;
            if (segments.Count > 0 && segments[^1] is var last && last.SourceStart + last.SourceLength == at)
            {
                segments[^1] = last with { Length = last.Length + 1, SourceLength = last.SourceLength + 1 };
            }
            else
            {
                segments.Add(new MappedSegment(length, 1, at, 1));
            }

            length++;
        });
        if (length != value.Length || length == 0)
        {
            // A quote that opens before the equals sign: the parts of the value have no places of their own.
            segments.Clear();
            segments.Add(new MappedSegment(0, value.Length, word.Span.Start, word.Span.Length));
        }

        return new LogicalLine(new MappedText(word.Source, value, [.. segments]));
    }
}
