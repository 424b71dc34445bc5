using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.Reporting;

/// <summary>The lines that a small fix changes, before and after.</summary>
/// <param name="FirstLine">The number of the first line, from 1.</param>
/// <param name="Before">The lines as they are.</param>
/// <param name="After">The lines instead; empty when they are taken out.</param>
internal sealed record FixPreview(int FirstLine, IReadOnlyList<string> Before, IReadOnlyList<string> After)
{
    private const int MostLines = 4;

    /// <summary>Null for a fix that changes many lines, or other files only.</summary>
    internal static FixPreview? Of(SourceText source, Fix fix)
    {
        var edits = fix.Edits.Edits;
        if (edits.Count == 0)
        {
            return null;
        }

        var first = source.Lines.GetPosition(edits[0].Span.Start).Line;
        var last = source.Lines.GetPosition(edits[^1].Span.End).Line;
        if (last - first >= MostLines)
        {
            return null;
        }

        var (start, end) = (source.Lines.GetLineSpan(first).Start, source.Lines.GetLineSpan(last).End);
        var after = new System.Text.StringBuilder();
        var at = start;
        foreach (var (span, text) in edits)
        {
            after.Append(source.Slice(new TextSpan(at, span.Start - at))).Append(text);
            at = span.End;
        }

        after.Append(source.Slice(new TextSpan(at, end - at)));
        var (old, changed) = (Lines(source.Slice(new TextSpan(start, end - start)).ToString()), Lines(after.ToString()));

        // A line that stays as it is at the end was touched by its line end alone.
        while (old.Count > 0 && changed.Count > 0 && old[^1] == changed[^1])
        {
            old.RemoveAt(old.Count - 1);
            changed.RemoveAt(changed.Count - 1);
        }

        while (old.Count > 0 && changed.Count > 0 && old[0] == changed[0])
        {
            old.RemoveAt(0);
            changed.RemoveAt(0);
            first++;
        }

        return old.Count + changed.Count is > 0 and <= 2 * MostLines ? new FixPreview(first, old, changed) : null;
    }

    private static List<string> Lines(string text) => text.Length == 0 ? [] : [.. text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n')];
}
