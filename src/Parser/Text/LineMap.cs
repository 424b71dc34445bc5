namespace Dockerlint.Text;

/// <summary>
/// Offsets to lines and back. Lines end at a line feed only, as BuildKit's scanner splits them: a carriage return is a
/// character of its line.
/// </summary>
public sealed class LineMap
{
    private readonly int[] _starts;
    private readonly int _length;

    internal LineMap(string text)
    {
        _length = text.Length;
        var count = 1;
        foreach (var c in text)
        {
            if (c == '\n')
            {
                count++;
            }
        }

        _starts = new int[count];
        var line = 1;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                _starts[line++] = i + 1;
            }
        }
    }

    /// <summary>Number of lines; a text that ends in a line feed has an empty last one.</summary>
    public int LineCount => _starts.Length;

    /// <summary>The 1-based line and column of an offset between 0 and the text's length.</summary>
    public LinePosition GetPosition(int offset)
    {
        var line = GetLine(offset);
        return new LinePosition(line, offset - _starts[line - 1] + 1);
    }

    /// <summary>The 1-based line of an offset.</summary>
    public int GetLine(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, _length);
        var index = Array.BinarySearch(_starts, offset);
        return index >= 0 ? index + 1 : ~index;
    }

    /// <summary>Where a 1-based line starts.</summary>
    public int GetLineStart(int line) => _starts[line - 1];

    /// <summary>The span of a 1-based line, its line feed included.</summary>
    public TextSpan GetLineSpan(int line) =>
        TextSpan.FromBounds(_starts[line - 1], line < _starts.Length ? _starts[line] : _length);
}
