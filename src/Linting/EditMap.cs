using Dockerlint.Text;

namespace Dockerlint.Linting;

/// <summary>Where places of a text are after some edits, and where those of the new text were; each answer by a binary search.</summary>
internal sealed class EditMap
{
    private readonly IReadOnlyList<TextEdit> _edits;

    // By how much the text in front of each edit, and behind the last, has moved.
    private readonly int[] _shifts;

    internal EditMap(EditSet edits)
    {
        _edits = edits.Edits;
        _shifts = new int[_edits.Count + 1];
        for (var i = 0; i < _edits.Count; i++)
        {
            _shifts[i + 1] = _shifts[i] + _edits[i].NewText.Length - _edits[i].Span.Length;
        }
    }

    /// <summary>Where an offset is afterwards; text inserted at the very place may stand before or behind it.</summary>
    internal int After(int offset, bool isBehind)
    {
        var next = Count(i => _edits[i].Span.Start < offset || (isBehind && _edits[i].Span.IsEmpty && _edits[i].Span.Start == offset));
        return next > 0 && _edits[next - 1].Span.End > offset ? _edits[next - 1].Span.Start + _shifts[next - 1] : offset + _shifts[next];
    }

    /// <summary>Where an offset of the new text was; one in new text was where that stands.</summary>
    internal int Before(int offset)
    {
        var next = Count(i => _edits[i].Span.Start + _shifts[i] <= offset);
        return next > 0 && offset < _edits[next - 1].Span.Start + _shifts[next - 1] + _edits[next - 1].NewText.Length
            ? _edits[next - 1].Span.Start
            : offset - _shifts[next];
    }

    // How many edits stand in front of a place: those of which this is true come first.
    private int Count(Func<int, bool> isInFront)
    {
        var low = 0;
        for (var high = _edits.Count; low < high;)
        {
            var middle = (low + high) / 2;
            (low, high) = isInFront(middle) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
