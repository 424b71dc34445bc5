using Dockerlint.Text;

namespace Dockerlint.Linting;

/// <summary>Where the places of a text are after edits. Each question takes a binary search.</summary>
internal sealed class EditMap
{
    private readonly IReadOnlyList<TextEdit> _edits;
    private readonly int[] _starts;
    private readonly int[] _shifts;

    internal EditMap(EditSet edits)
    {
        _edits = edits.Edits;
        _starts = new int[_edits.Count];
        _shifts = new int[_edits.Count + 1];
        for (var i = 0; i < _edits.Count; i++)
        {
            _starts[i] = _edits[i].Span.Start;
            _shifts[i + 1] = _shifts[i] + _edits[i].NewText.Length - _edits[i].Span.Length;
        }
    }

    /// <summary>Where an offset is afterwards; one within replaced text is where the new text begins.</summary>
    /// <param name="offset">An offset in the text before.</param>
    /// <param name="isBehind">Whether it moves behind what is inserted at the very place.</param>
    internal int Map(int offset, bool isBehind)
    {
        var index = CountUntil(offset, isBehind);
        return index > 0 && _edits[index - 1].Span.End > offset ? NewStart(index - 1) : offset + _shifts[index];
    }

    /// <summary>The edit that replaces the character at an offset of the text before; null when none does.</summary>
    internal int? Replacing(int offset)
    {
        var index = CountUntil(offset, isBehind: true);
        if (index < _edits.Count && _edits[index].Span.Start == offset && !_edits[index].Span.IsEmpty)
        {
            return index;
        }

        return index > 0 && _edits[index - 1].Span.End > offset ? index - 1 : null;
    }

    /// <summary>The edit whose new text holds, or ends at, an offset of the text afterwards; null when none does.</summary>
    internal int? Making(int offset)
    {
        var index = LastStartingAt(offset);
        return index >= 0 && offset <= Made(index).End ? index : null;
    }

    /// <summary>Where the new text of an edit is afterwards.</summary>
    internal TextSpan Made(int index) => new(NewStart(index), _edits[index].NewText.Length);

    private int NewStart(int index) => _starts[index] + _shifts[index];

    // The edits in front of an offset, or around it.
    private int CountUntil(int offset, bool isBehind)
    {
        var (low, high) = (0, _edits.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var span = _edits[middle].Span;
            if (span.Start < offset || (span.Start == offset && isBehind && span.IsEmpty))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private int LastStartingAt(int offset)
    {
        var (low, high) = (0, _edits.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = NewStart(middle) <= offset ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }
}
