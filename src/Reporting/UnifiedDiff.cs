using System.Globalization;
using System.Text;
using Dockerlint.Text;

namespace Dockerlint.Reporting;

/// <summary>
/// Writes the difference of two texts as a unified diff, as POSIX describes the output of <c>diff -u</c>, with git's <c>a/</c> and
/// <c>b/</c> before the path: <c>git apply</c> and <c>patch -p1</c> take it. Lines end at line feeds; a carriage return belongs to its
/// line.
/// </summary>
public static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>The diff; empty when the texts are equal.</summary>
    /// <param name="path">The path of both; <c>-</c> for standard input.</param>
    /// <param name="before">The old text; null when there is no such file yet.</param>
    /// <param name="after">The new text.</param>
    public static string Write(string path, string? before, string after)
    {
        if (before == after)
        {
            return "";
        }

        var oldLines = Split(before ?? "");
        var newLines = Split(after);
        var output = new StringBuilder();
        output.Append(CultureInfo.InvariantCulture, $"--- {(before is null ? "/dev/null" : Name("a/", path))}\n+++ {Name("b/", path)}\n");
        var changes = LineChange.Between(oldLines, newLines);
        for (var first = 0; first < changes.Count;)
        {
            // Changes whose context would touch share a hunk.
            var last = first;
            while (last + 1 < changes.Count && changes[last + 1].OldStart - changes[last].OldEnd <= 2 * Context)
            {
                last++;
            }

            WriteHunk(output, oldLines, newLines, [.. changes.Skip(first).Take(last - first + 1)]);
            first = last + 1;
        }

        return output.ToString();
    }

    private static void WriteHunk(StringBuilder output, List<string> oldLines, List<string> newLines, List<LineChange> changes)
    {
        var lead = Math.Min(Context, changes[0].OldStart);
        var oldStart = changes[0].OldStart - lead;
        var newStart = changes[0].NewStart - lead;
        var trail = Math.Min(Context, oldLines.Count - changes[^1].OldEnd);
        var oldEnd = changes[^1].OldEnd + trail;
        var newEnd = changes[^1].NewEnd + trail;
        output.Append(CultureInfo.InvariantCulture, $"@@ -{Range(oldStart, oldEnd)} +{Range(newStart, newEnd)} @@\n");
        var position = oldStart;
        foreach (var change in changes)
        {
            WriteLines(output, ' ', oldLines, position, change.OldStart);
            WriteLines(output, '-', oldLines, change.OldStart, change.OldEnd);
            WriteLines(output, '+', newLines, change.NewStart, change.NewEnd);
            position = change.OldEnd;
        }

        WriteLines(output, ' ', oldLines, position, oldEnd);
    }

    private static void WriteLines(StringBuilder output, char mark, List<string> lines, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            output.Append(mark).Append(lines[i]);
            if (!lines[i].EndsWith('\n'))
            {
                output.Append("\n\\ No newline at end of file\n");
            }
        }
    }

    // Lines count from 1; an empty range names the line before it.
    private static string Range(int start, int end) => (end - start) switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"{start},0"),
        1 => (start + 1).ToString(CultureInfo.InvariantCulture),
        var length => string.Create(CultureInfo.InvariantCulture, $"{start + 1},{length}"),
    };

    private static List<string> Split(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is var feed && feed < 0 ? text.Length : feed + 1;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }

    // As git does it: a name with control characters, quotes or backslashes is a C string; one with a blank ends in a tab.
    private static string Name(string side, string path)
    {
        var name = path == "-" ? "-" : side + path.TrimStart('/');
        if (name.AsSpan().IndexOfAnyInRange('\0', '\u001f') < 0 && name.AsSpan().IndexOfAny('"', '\\', '\u007f') < 0)
        {
            return name.Contains(' ', StringComparison.Ordinal) ? name + "\t" : name;
        }

        var quoted = new StringBuilder("\"");
        foreach (var c in name)
        {
            _ = c is '"' or '\\' ? quoted.Append('\\').Append(c)
                : c is < ' ' or '\u007f' ? quoted.Append('\\').Append(Convert.ToString(c, 8).PadLeft(3, '0'))
                : quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }
}
