using Dockerlint.Text;

namespace Dockerlint.Linting;

/// <summary>
/// Gathers fixes that do not disturb each other: whose edits neither overlap nor, where something is only inserted, touch. What two
/// fixes insert at one place, or one at the border of what the other replaces, is not what either of them meant.
/// </summary>
internal sealed class FixChooser(int length)
{
    private readonly SortedSet<TextEdit> _edits = new(Comparer<TextEdit>.Create((one, other) =>
        (one.Span.Start, one.Span.Length).CompareTo((other.Span.Start, other.Span.Length))));

    private readonly Dictionary<TextEdit, EditSet> _sets = [];

    /// <summary>Whether a fix lies in the text at all.</summary>
    internal bool IsInside(Fix fix) => fix.Edits.Edits.All(edit => edit.Span.Start >= 0 && edit.Span.End <= length);

    /// <summary>
    /// Takes a fix unless it disturbs one that was taken before. A fix that does the very same as one of those disturbs nothing.
    /// </summary>
    internal bool TryTake(Fix fix)
    {
        var edits = fix.Edits.Edits;
        if (edits.Count > 0 && _sets.TryGetValue(edits[0], out var known) && known.Edits.SequenceEqual(edits))
        {
            return true;
        }

        if (edits.Any(Disturbs))
        {
            return false;
        }

        foreach (var edit in edits)
        {
            _edits.Add(edit);
            _sets.TryAdd(edit, fix.Edits);
        }

        return true;
    }

    private bool Disturbs(TextEdit edit)
    {
        if (_edits.Count == 0)
        {
            return false;
        }

        var (start, end) = (edit.Span.Start, edit.Span.End);
        foreach (var other in _edits.GetViewBetween(At(start, 0), At(end, int.MaxValue)))
        {
            if (edit.Span.IsEmpty || other.Span.IsEmpty || (other.Span.Start < end && other != edit))
            {
                return true;
            }
        }

        // The view has no edit at all when its last one has no text.
        var before = start == 0 ? default : _edits.GetViewBetween(At(0, 0), At(start - 1, int.MaxValue)).Max;
        return before.NewText is not null && (before.Span.End > start || (before.Span.End == start && edit.Span.IsEmpty));
    }

    private static TextEdit At(int start, int length) => new(new TextSpan(start, length), "");
}
