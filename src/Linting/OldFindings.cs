namespace Dockerlint.Linting;

/// <summary>The findings before some edits, from which those after them take theirs, each once.</summary>
internal sealed class OldFindings
{
    private readonly IReadOnlyList<Diagnostic> _findings;
    private readonly bool[] _isTaken;
    private readonly Dictionary<(string RuleId, int Place), List<int>> _byPlace = [];
    private readonly Dictionary<(string RuleId, string Message), Queue<int>> _byMessage = [];

    internal OldFindings(IReadOnlyList<Diagnostic> findings, EditMap map)
    {
        _findings = findings;
        _isTaken = new bool[findings.Count];
        for (var i = 0; i < findings.Count; i++)
        {
            var (finding, start) = (findings[i], findings[i].Span.Start);
            var (before, behind) = (map.After(start, isBehind: false), map.After(start, isBehind: true));
            Add((finding.RuleId, before), i);
            if (behind != before)
            {
                Add((finding.RuleId, behind), i);
            }

            if (!_byMessage.TryGetValue((finding.RuleId, finding.Message), out var queue))
            {
                _byMessage[(finding.RuleId, finding.Message)] = queue = [];
            }

            queue.Enqueue(i);
        }
    }

    /// <summary>Takes a finding of the same rule that stood at this place.</summary>
    internal bool TakeAt(Diagnostic finding, bool sameMessage)
    {
        if (_byPlace.TryGetValue((finding.RuleId, finding.Span.Start), out var there))
        {
            // What was taken is never asked for again, so that many findings at one place cost no more than as many at many.
            there.RemoveAll(i => _isTaken[i]);
            var found = there.FindIndex(i => !sameMessage || _findings[i].Message == finding.Message);
            if (found >= 0)
            {
                _isTaken[there[found]] = true;
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes a finding of the same rule that said the same.</summary>
    internal bool TakeMessage(Diagnostic finding)
    {
        if (!_byMessage.TryGetValue((finding.RuleId, finding.Message), out var queue))
        {
            return false;
        }

        while (queue.TryDequeue(out var i))
        {
            if (!_isTaken[i])
            {
                return _isTaken[i] = true;
            }
        }

        return false;
    }

    private void Add((string RuleId, int Place) key, int index)
    {
        if (!_byPlace.TryGetValue(key, out var there))
        {
            _byPlace[key] = there = [];
        }

        there.Add(index);
    }
}
