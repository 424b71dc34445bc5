using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Dockerlint.Text;

/// <summary>Edits of one source that do not disturb each other, in order of their place.</summary>
public sealed class EditSet
{
    private readonly TextEdit[] _edits;

    private EditSet(TextEdit[] edits) => _edits = edits;

    /// <summary>The set without edits.</summary>
    public static EditSet Empty { get; } = new([]);

    /// <summary>The edits, sorted by start; an insertion stands before a replacement at the same offset.</summary>
    public IReadOnlyList<TextEdit> Edits => _edits;

    /// <summary>
    /// Makes a set. Equal edits become one; overlapping edits, two different insertions at one offset and an insertion
    /// inside a replaced span are conflicts.
    /// </summary>
    public static bool TryCreate(IEnumerable<TextEdit> edits, [NotNullWhen(true)] out EditSet? set)
    {
        var sorted = edits.Distinct().OrderBy(e => e.Span.Start).ThenBy(e => e.Span.Length).ToArray();
        for (var i = 1; i < sorted.Length; i++)
        {
            var before = sorted[i - 1].Span;
            var span = sorted[i].Span;
            if (span.Start < before.End || (before.IsEmpty && span.IsEmpty && before.Start == span.Start))
            {
                set = null;
                return false;
            }
        }

        set = new EditSet(sorted);
        return true;
    }

    /// <summary>The text after all edits.</summary>
    public string Apply(string text)
    {
        var result = new StringBuilder(text.Length);
        var position = 0;
        foreach (var (span, newText) in _edits)
        {
            result.Append(text, position, span.Start - position).Append(newText);
            position = span.End;
        }

        return result.Append(text, position, text.Length - position).ToString();
    }
}
