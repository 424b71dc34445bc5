using System.Text;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Commands;

/// <summary>The text of a script that a word holds, with its way back to the source.</summary>
internal static class NestedText
{
    /// <summary>The text of a word of <paramref name="outer"/>; what only a running shell knows is unknown text in it.</summary>
    internal static MappedText Of(MappedText outer, CommandWord word)
    {
        if (word.Syntax is { } syntax && TryParts(outer, syntax) is { } mapped && mapped.Text == word.Text)
        {
            return mapped;
        }

        // In the exec form the word stands as it is, unless it has escapes.
        if (word.Text.Length == word.Span.Length && outer.Text.AsSpan(word.Span.Start, word.Span.Length).SequenceEqual(word.Text))
        {
            return outer.Slice(word.Span);
        }

        var source = outer.ToSource(word.Span);
        return new MappedText(outer.Source, word.Text, new MappedSegment(0, word.Text.Length, source.Start, source.Length));
    }

    private static MappedText? TryParts(MappedText outer, ShellWord word)
    {
        var text = new StringBuilder();
        var segments = new List<MappedSegment>();
        foreach (var part in word.Parts)
        {
            Add(outer, part, text, segments);
        }

        return segments.Count == 0 ? null : new MappedText(outer.Source, text.ToString(), [.. segments]);
    }

    private static void Add(MappedText outer, ShellWordPart part, StringBuilder text, List<MappedSegment> segments)
    {
        switch (part)
        {
            case Literal literal when literal.Text.Length == literal.Span.Length:
                AddSlice(outer, literal.Span, text, segments);
                break;
            case SingleQuoted quoted when quoted.Text.Length == quoted.Span.Length - 2:
                AddSlice(outer, new TextSpan(quoted.Span.Start + 1, quoted.Text.Length), text, segments);
                break;
            case DoubleQuoted quoted:
                foreach (var inner in quoted.Parts)
                {
                    Add(outer, inner, text, segments);
                }

                break;
            default:
                var value = part.LiteralValue ?? CommandWord.UnknownText.ToString();
                var source = outer.ToSource(part.Span);
                if (value.Length > 0)
                {
                    segments.Add(new MappedSegment(text.Length, value.Length, source.Start, source.Length));
                    text.Append(value);
                }

                break;
        }
    }

    private static void AddSlice(MappedText outer, TextSpan span, StringBuilder text, List<MappedSegment> segments)
    {
        if (span.IsEmpty)
        {
            return;
        }

        foreach (var segment in outer.Slice(span).Segments)
        {
            segments.Add(segment with { Start = segment.Start + text.Length });
        }

        text.Append(outer.Text, span.Start, span.Length);
    }
}
