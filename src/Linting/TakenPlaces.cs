using Dockerlint.Text;

namespace Dockerlint.Linting;

/// <summary>
/// The places that chosen fixes edit. Two fixes may make the very same edit; edits that overlap or touch would be read together and
/// mean what neither of the fixes meant, so the later fix waits.
/// </summary>
internal sealed class TakenPlaces
{
    private readonly List<TextEdit> _edits = [];

    /// <summary>Takes all places of a fix, or none where one of them is taken already.</summary>
    internal bool TryTake(IReadOnlyList<TextEdit> edits)
    {
        foreach (var edit in edits)
        {
            var index = IndexOf(edit);
            if (!IsFree(edit, index) || !IsFree(edit, index - 1))
            {
                return false;
            }
        }

        foreach (var edit in edits)
        {
            var index = IndexOf(edit);
            if (index == _edits.Count || _edits[index] != edit)
            {
                _edits.Insert(index, edit);
            }
        }

        return true;
    }

    private bool IsFree(TextEdit edit, int index) => index < 0 || index >= _edits.Count || _edits[index] == edit
        || _edits[index].Span.Start > edit.Span.End || _edits[index].Span.End < edit.Span.Start;

    // The first of the taken edits that does not stand before this one.
    private int IndexOf(TextEdit edit)
    {
        var low = 0;
        for (var high = _edits.Count; low < high;)
        {
            var middle = (low + high) / 2;
            var span = _edits[middle].Span;
            (low, high) = span.Start < edit.Span.Start || (span.Start == edit.Span.Start && span.End < edit.Span.End) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
