using System.Text;
using Dockerlint.Text;

namespace Dockerlint.Syntax.Grammar;

/// <summary>
/// The plain loop over physical lines: joins the lines of one instruction as BuildKit's parser does, and reads
/// heredoc bodies. It knows lines, comments and continuations, nothing else.
/// </summary>
internal sealed class ElementReader(SourceText source, char escape)
{
    /// <summary>BuildKit's scanner refuses lines of more bytes than this.</summary>
    internal const int MaximumLineBytes = 65535;

    private readonly string _text = source.Text;
    private readonly StringBuilder _joined = new();
    private readonly List<MappedSegment> _segments = [];

    /// <summary>Start of the next physical line.</summary>
    internal int Position { get; set; }

    /// <summary>What is known of the ends of heredocs; null until one has none.</summary>
    internal HeredocEnds? HeredocEnds { get; set; }

    /// <summary>Physical lines that are too long for the engine.</summary>
    internal List<TextSpan> LongLines { get; } = [];

    /// <summary>The next instruction as one logical line, or null at the end of the file.</summary>
    internal LogicalLine? Next(out bool hasEmptyContinuation)
    {
        hasEmptyContinuation = false;
        while (Position < _text.Length)
        {
            var (start, end) = ReadLine();
            start = GrammarText.SkipSpaces(_text, start == 0 && source.HasByteOrderMark ? 1 : start, end);
            if (start < end && _text[start] == '#')
            {
                continue;
            }

            var content = TrimContinuation(start, end);
            if (content < 0)
            {
                if (start == end)
                {
                    continue;
                }

                return new LogicalLine(source, _text[start..end], start);
            }

            return Join(start, content, out hasEmptyContinuation);
        }

        return null;
    }

    /// <summary>Reads one physical line; the end is before the line feed and carriage returns.</summary>
    internal (int Start, int End) ReadLine()
    {
        var start = Position;
        var feed = _text.IndexOf('\n', start);
        var end = feed < 0 ? _text.Length : feed;
        Position = feed < 0 ? _text.Length : feed + 1;
        // A line can only be too long in bytes when it has a third as many characters.
        if (end - start > MaximumLineBytes / 3 && Encoding.UTF8.GetByteCount(_text.AsSpan(start, end - start)) > MaximumLineBytes)
        {
            LongLines.Add(TextSpan.FromBounds(start, end));
        }

        while (end > start && _text[end - 1] == '\r')
        {
            end--;
        }

        return (start, end);
    }

    private LogicalLine Join(int start, int end, out bool hasEmptyContinuation)
    {
        hasEmptyContinuation = false;
        _joined.Clear();
        _segments.Clear();
        Append(start, end);
        var more = true;
        while (more && Position < _text.Length)
        {
            var (from, to) = ReadLine();
            var first = GrammarText.SkipSpaces(_text, from, to);
            if (first == to)
            {
                hasEmptyContinuation = true;
                continue;
            }

            if (_text[first] == '#')
            {
                continue;
            }

            var content = TrimContinuation(from, to);
            more = content >= 0;
            Append(from, more ? content : to);
        }

        if (_segments.Count == 0)
        {
            _segments.Add(new MappedSegment(0, 0, start, 0));
        }

        return new LogicalLine(new MappedText(source, _joined.ToString(), [.. _segments]));
    }

    private void Append(int start, int end)
    {
        if (end > start)
        {
            _segments.Add(new MappedSegment(_joined.Length, end - start, start, end - start));
            _joined.Append(_text, start, end - start);
        }
    }

    // The end of the line without its continuation, or -1 when it has none: an escape character, then only spaces and
    // tabs, and no escape character right before it.
    private int TrimContinuation(int start, int end)
    {
        var last = end - 1;
        while (last >= start && _text[last] is ' ' or '\t')
        {
            last--;
        }

        return last >= start && _text[last] == escape && (last == start || _text[last - 1] != escape) ? last : -1;
    }
}
