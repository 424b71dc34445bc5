using System.Text;
using Dockerlint.LanguageServer.Protocol;
using Dockerlint.Text;

namespace Dockerlint.LanguageServer.Text;

/// <summary>
/// Positions of the protocol to offsets and back. Lines end as the protocol says, at a carriage return too, other than in Dockerfiles.
/// A place that is not in the text becomes the nearest one that is.
/// </summary>
internal sealed class PositionMap
{
    private readonly string _text;
    private readonly PositionEncoding _encoding;
    private readonly int[] _starts;

    internal PositionMap(string text, PositionEncoding encoding)
    {
        (_text, _encoding) = (text, encoding);
        var starts = new List<int>(64) { 0 };
        for (var i = text.AsSpan().IndexOfAny('\r', '\n'); i >= 0 && i < text.Length;)
        {
            i += text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 2 : 1;
            starts.Add(i);
            var next = text.AsSpan(i).IndexOfAny('\r', '\n');
            i = next < 0 ? -1 : i + next;
        }

        _starts = [.. starts];
    }

    /// <summary>How many lines there are.</summary>
    internal int LineCount => _starts.Length;

    /// <summary>The line of an offset, from 0.</summary>
    internal int LineOf(int offset)
    {
        var index = Array.BinarySearch(_starts, Math.Clamp(offset, 0, _text.Length));
        return index >= 0 ? index : ~index - 1;
    }

    /// <summary>The text of a line, without its end.</summary>
    internal TextSpan LineSpan(int line)
    {
        line = Math.Clamp(line, 0, _starts.Length - 1);
        var end = line + 1 < _starts.Length ? _starts[line + 1] : _text.Length;
        while (line + 1 < _starts.Length && end > _starts[line] && _text[end - 1] is '\r' or '\n')
        {
            end--;
        }

        return TextSpan.FromBounds(_starts[line], end);
    }

    /// <summary>The offset of a position.</summary>
    internal int OffsetOf(Position position)
    {
        if (position.Line < 0)
        {
            return 0;
        }

        if (position.Line >= _starts.Length)
        {
            return _text.Length;
        }

        var line = LineSpan(position.Line);
        var character = Math.Max(0, position.Character);
        if (_encoding == PositionEncoding.Utf16)
        {
            return line.Start + Math.Min(character, line.Length);
        }

        var offset = line.Start;
        while (character > 0 && offset < line.End)
        {
            var (bytes, units) = Size(offset);
            (character, offset) = (character - bytes, offset + units);
        }

        return offset;
    }

    /// <summary>The position of an offset.</summary>
    internal Position PositionOf(int offset)
    {
        offset = Math.Clamp(offset, 0, _text.Length);
        var line = LineOf(offset);
        var character = 0;
        if (_encoding == PositionEncoding.Utf16)
        {
            character = offset - _starts[line];
        }
        else
        {
            for (var i = _starts[line]; i < offset;)
            {
                var (bytes, units) = Size(i);
                (character, i) = (character + bytes, i + units);
            }
        }

        return new Position(line, character);
    }

    /// <summary>The span of a range; the ends may come in either order.</summary>
    internal TextSpan SpanOf(TextRange range)
    {
        var (start, end) = (OffsetOf(range.Start), OffsetOf(range.End));
        return TextSpan.FromBounds(Math.Min(start, end), Math.Max(start, end));
    }

    /// <summary>The range of a span.</summary>
    internal TextRange RangeOf(TextSpan span) => new(PositionOf(span.Start), PositionOf(span.End));

    /// <summary>How long a part is, as the client counts.</summary>
    internal int LengthOf(TextSpan span) => PositionOf(span.End).Character - PositionOf(span.Start).Character;

    // Half of a pair counts as the character that stands for what cannot be read.
    private (int Bytes, int Units) Size(int offset) =>
        Rune.TryGetRuneAt(_text, offset, out var rune) ? (rune.Utf8SequenceLength, rune.Utf16SequenceLength) : (3, 1);
}
