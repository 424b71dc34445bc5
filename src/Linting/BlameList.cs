using Dockerlint.Text;

namespace Dockerlint.Linting;

/// <summary>
/// Tells which of some fixes are the likely causes of what got worse: those that are known, and those whose edits are nearest.
/// </summary>
internal sealed class BlameList
{
    private readonly IReadOnlyList<ChosenFix> _fixes;
    private readonly HashSet<ChosenFix> _known;
    private readonly List<(TextSpan Made, ChosenFix Fix)> _edits = [];
    private readonly Dictionary<ChosenFix, string> _reasons = new(ReferenceEqualityComparer.Instance);
    private readonly int[] _next;

    internal BlameList(IReadOnlyList<ChosenFix> fixes, EditSet edits, EditMap map)
    {
        _fixes = fixes;
        _known = new HashSet<ChosenFix>(fixes, ReferenceEqualityComparer.Instance);
        var owners = fixes.SelectMany(fix => fix.Fix.Edits.Edits.Select(edit => (edit, fix))).ToLookup(item => item.edit, item => item.fix);
        for (var i = 0; i < edits.Edits.Count; i++)
        {
            foreach (var owner in owners[edits.Edits[i]])
            {
                _edits.Add((map.Made(i), owner));
            }
        }

        _next = [.. Enumerable.Range(0, _edits.Count + 1)];
    }

    /// <summary>The fixes to blame, at least one, each with what for.</summary>
    /// <param name="problems">What got worse.</param>
    /// <param name="reach">How many edits on each side of a place are blamed; 0 for the nearest one.</param>
    internal IReadOnlyDictionary<ChosenFix, string> Find(IReadOnlyList<FixProblem> problems, int reach)
    {
        foreach (var problem in problems)
        {
            if (problem.Fix is { } known && _known.Contains(known))
            {
                _reasons.TryAdd(known, problem.Reason);
            }
            else if (problem.Place is { } place)
            {
                BlameNear(place, reach, problem.Reason);
            }
        }

        // What shows nowhere is laid to the lower half.
        foreach (var fix in _reasons.Count > 0 ? [] : _fixes.Skip(_fixes.Count / 2))
        {
            _reasons.Add(fix, problems[0].Reason);
        }

        return _reasons;
    }

    private void BlameNear(int place, int reach, string reason)
    {
        var before = LastStartingAt(place);
        var isNext = before < 0 || (before + 1 < _edits.Count && _edits[before + 1].Made.Start - place < place - _edits[before].Made.End);
        var (first, end) = reach > 0 ? (Math.Max(0, before - reach + 1), Math.Min(_edits.Count, before + reach + 1))
            : isNext ? (before + 1, Math.Min(_edits.Count, before + 2))
            : (before, before + 1);
        for (var i = Unblamed(first); i < end; i = Unblamed(i))
        {
            _reasons.TryAdd(_edits[i].Fix, reason);
            _next[i] = i + 1;
        }
    }

    // The first edit from an index on that was not blamed yet; what was skipped once is skipped at once the next time.
    private int Unblamed(int index)
    {
        var last = index;
        while (_next[last] != last)
        {
            last = _next[last];
        }

        while (_next[index] != last && index != last)
        {
            (index, _next[index]) = (_next[index], last);
        }

        return last;
    }

    private int LastStartingAt(int place)
    {
        var (low, high) = (0, _edits.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _edits[middle].Made.Start <= place ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }
}
