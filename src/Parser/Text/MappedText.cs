namespace Dockerlint.Text;

/// <summary>
/// Text from which parts of a source were left out or changed (continuations and comments of an instruction, tabs of a
/// heredoc, escapes of a JSON string), with the way back. Offsets of this text are "mapped" offsets.
/// </summary>
public sealed class MappedText
{
    private readonly MappedSegment[] _segments;

    /// <summary>Makes a mapped text.</summary>
    /// <param name="source">The file it comes from.</param>
    /// <param name="text">The characters after the parts were taken out.</param>
    /// <param name="segments">The pieces, in order, that together cover <paramref name="text"/>.</param>
    public MappedText(SourceText source, string text, params ReadOnlySpan<MappedSegment> segments)
    {
        Source = source;
        Text = text;
        _segments = segments.ToArray();
    }

    /// <summary>The file it comes from.</summary>
    public SourceText Source { get; }

    /// <summary>The characters.</summary>
    public string Text { get; }

    /// <summary>Number of characters.</summary>
    public int Length => Text.Length;

    /// <summary>The pieces in order.</summary>
    public ReadOnlySpan<MappedSegment> Segments => _segments;

    /// <summary>An unchanged slice of a source.</summary>
    public static MappedText Slice(SourceText source, TextSpan span) =>
        new(source, source.ToString(span), new MappedSegment(0, span.Length, span.Start, span.Length));

    /// <summary>Where the character at a mapped offset stands; the end of the text maps behind its last character.</summary>
    public int ToSource(int offset)
    {
        if (_segments.Length == 0)
        {
            return 0;
        }

        var segment = _segments[FindSegment(offset)];
        var inside = offset - segment.Start;
        return segment.IsVerbatim ? segment.SourceStart + inside : inside == 0 ? segment.SourceStart
            : segment.SourceStart + segment.SourceLength;
    }

    /// <summary>The source span of a mapped span: from its first character to behind its last.</summary>
    public TextSpan ToSource(TextSpan span)
    {
        var start = ToSource(span.Start);
        if (span.IsEmpty)
        {
            return new TextSpan(start, 0);
        }

        var last = _segments[FindSegment(span.End - 1)];
        var end = last.IsVerbatim ? last.SourceStart + (span.End - last.Start) : last.SourceStart + last.SourceLength;
        return TextSpan.FromBounds(start, Math.Max(start, end));
    }

    /// <summary>
    /// Whether the mapped span is the same text in the source: only then may an edit of it be made. A span across a
    /// continuation or over a changed character is not exact.
    /// </summary>
    public bool IsExact(TextSpan span) => Source.Slice(ToSource(span)).SequenceEqual(Text.AsSpan(span.Start, span.Length));

    /// <summary>A part of this text, with its mapping.</summary>
    public MappedText Slice(TextSpan span)
    {
        var parts = new List<MappedSegment>();
        foreach (var segment in _segments)
        {
            var start = Math.Max(segment.Start, span.Start);
            var end = Math.Min(segment.Start + segment.Length, span.End);
            if (start < end)
            {
                parts.Add(segment.IsVerbatim
                    ? new MappedSegment(start - span.Start, end - start, segment.SourceStart + start - segment.Start, end - start)
                    : segment with { Start = start - span.Start, Length = end - start });
            }
        }

        if (parts.Count == 0)
        {
            parts.Add(new MappedSegment(0, 0, ToSource(span.Start), 0));
        }

        return new MappedText(Source, Text.Substring(span.Start, span.Length), [.. parts]);
    }

    private int FindSegment(int offset)
    {
        var low = 0;
        var high = _segments.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_segments[middle].Start <= offset)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }
}
