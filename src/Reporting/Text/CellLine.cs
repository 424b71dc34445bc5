using System.Text;
using Dockerlint.Text;
using Wcwidth;

namespace Dockerlint.Reporting;

/// <summary>
/// A line as a terminal shows it: every character with the number of cells it takes, tabs as blanks, and what is hidden as an escape.
/// A part of it is marked.
/// </summary>
internal sealed class CellLine
{
    private const int TabStop = 4;
    private const string Cut = "…";

    private readonly List<(string Text, int Width)> _cells = [];

    private CellLine()
    {
    }

    /// <summary>How many cells it takes.</summary>
    internal int Width { get; private set; }

    /// <summary>The first cell of the mark.</summary>
    internal int MarkStart { get; private set; }

    /// <summary>The cells of the mark; 0 when nothing is marked.</summary>
    internal int MarkWidth { get; private set; }

    /// <summary>Reads a line.</summary>
    /// <param name="line">Its text without the line end.</param>
    /// <param name="start">Where the mark begins, half-open, in UTF-16.</param>
    /// <param name="end">Where it ends.</param>
    internal static CellLine Of(ReadOnlySpan<char> line, int start, int end)
    {
        var result = new CellLine();
        result.Add(line[..start]);
        result.MarkStart = result.Width;
        result.Add(line[start..end]);
        result.MarkWidth = result.Width - result.MarkStart;
        result.Add(line[end..]);
        return result;
    }

    /// <summary>How many cells a text takes that has no hidden characters.</summary>
    internal static int WidthOf(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += WidthOf(rune);
        }

        return width;
    }

    /// <summary>The part around the mark that fits, with an ellipsis where something is left out.</summary>
    /// <param name="width">How many cells it may take.</param>
    internal (string Text, int MarkStart, int MarkWidth) Fit(int width)
    {
        if (Width <= width)
        {
            return (Join(0, Width), MarkStart, MarkWidth);
        }

        // What stands before the mark tells more than what stands behind it, and the end of the line more than blanks.
        var from = Math.Max(0, Math.Min(MarkStart - width / 3, Width - width));
        var to = Math.Min(Width, from + width);
        var head = from > 0 ? Cut : "";
        var tail = to < Width ? Cut : "";
        from += head.Length;
        var text = head + Join(from, to - tail.Length) + tail;
        return (text, MarkStart - from + head.Length, Math.Max(0, Math.Min(MarkWidth, to - tail.Length - MarkStart)));
    }

    // A wide character of which one cell would be cut off is a blank.
    private string Join(int from, int to)
    {
        var result = new StringBuilder();
        var at = 0;
        foreach (var (text, width) in _cells)
        {
            if (at >= from && at + width <= to)
            {
                result.Append(text);
            }
            else if (width > 0 && at < to && at + width > from)
            {
                result.Append(' ', Math.Min(at + width, to) - Math.Max(at, from));
            }

            at += width;
        }

        return result.ToString();
    }

    private void Add(ReadOnlySpan<char> text)
    {
        foreach (var rune in VisibleText.Escape(text, keepTabs: true).EnumerateRunes())
        {
            var isTab = rune.Value == '\t';
            var width = isTab ? TabStop - Width % TabStop : WidthOf(rune);
            _cells.Add((isTab ? new string(' ', width) : rune.ToString(), width));
            Width += width;
        }
    }

    private static int WidthOf(Rune rune) => rune.IsAscii ? 1 : Math.Max(0, UnicodeCalculator.GetWidth(rune.Value));
}
