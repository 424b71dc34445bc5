namespace Dockerlint.Linting;

/// <summary>
/// Pairs the findings of a text with those of the text that fixes make of it. Each takes part in one pair, so that an old finding never
/// hides a second one. Every pairing takes one look at each finding.
/// </summary>
internal sealed class FindingPairs
{
    private readonly IReadOnlyList<Diagnostic> _before;
    private readonly IReadOnlyList<Diagnostic> _after;
    private readonly bool[] _isTaken;
    private readonly bool[] _isPaired;

    internal FindingPairs(IReadOnlyList<Diagnostic> before, IReadOnlyList<Diagnostic> after)
    {
        _before = before;
        _after = after;
        _isTaken = new bool[before.Count];
        _isPaired = new bool[after.Count];
    }

    /// <summary>The findings afterwards that are in no pair.</summary>
    internal IEnumerable<Diagnostic> Unpaired => _after.Where((_, index) => !_isPaired[index]);

    /// <summary>Pairs those of what is left that have a key in common, in their order.</summary>
    /// <param name="isMeant">Which of the findings before may be paired, by index.</param>
    /// <param name="keysBefore">Keys of a finding before.</param>
    /// <param name="keyAfter">The key of a finding afterwards.</param>
    /// <returns>The new pairs, as indexes before and findings afterwards.</returns>
    internal List<(int Before, Diagnostic After)> Pair<TKey>(
        Func<int, bool> isMeant, Func<Diagnostic, IEnumerable<TKey>> keysBefore, Func<Diagnostic, TKey> keyAfter)
        where TKey : struct, IEquatable<TKey>
    {
        var pairs = new List<(int, Diagnostic)>();
        if (Array.TrueForAll(_isPaired, paired => paired))
        {
            return pairs;
        }

        var waiting = new Dictionary<TKey, Queue<int>>();
        for (var i = 0; i < _before.Count; i++)
        {
            if (!_isTaken[i] && isMeant(i))
            {
                foreach (var key in keysBefore(_before[i]).Distinct())
                {
                    if (!waiting.TryGetValue(key, out var queue))
                    {
                        waiting[key] = queue = new Queue<int>();
                    }

                    queue.Enqueue(i);
                }
            }
        }

        for (var j = 0; j < _after.Count; j++)
        {
            if (_isPaired[j] || !waiting.TryGetValue(keyAfter(_after[j]), out var queue))
            {
                continue;
            }

            while (!_isPaired[j] && queue.TryDequeue(out var i))
            {
                if (!_isTaken[i])
                {
                    _isTaken[i] = _isPaired[j] = true;
                    pairs.Add((i, _after[j]));
                }
            }
        }

        return pairs;
    }
}
