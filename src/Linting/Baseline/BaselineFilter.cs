namespace Dockerlint.Linting.Baseline;

/// <summary>Tells the new findings of a run from known ones; used by one thread, file by file.</summary>
public sealed class BaselineFilter
{
    private readonly Dictionary<(string File, string Fingerprint), int> _here = [];
    private readonly Dictionary<string, int> _moved = new(StringComparer.Ordinal);

    internal BaselineFilter(IReadOnlyDictionary<string, List<BaselineEntry>> entries, IEnumerable<string> files)
    {
        var present = files.ToHashSet(StringComparer.Ordinal);
        foreach (var entry in entries.Values.SelectMany(list => list))
        {
            if (present.Contains(entry.File))
            {
                _here[(entry.File, entry.Fingerprint)] = _here.GetValueOrDefault((entry.File, entry.Fingerprint)) + 1;
            }
            else
            {
                _moved[entry.Fingerprint] = _moved.GetValueOrDefault(entry.Fingerprint) + 1;
            }
        }
    }

    /// <summary>Whether a finding is known; each entry answers once.</summary>
    /// <param name="file">The path of its file.</param>
    /// <param name="fingerprint">Its fingerprint.</param>
    public bool IsKnown(string file, string fingerprint) => Take(_here, (file, fingerprint)) || Take(_moved, fingerprint);

    private static bool Take<TKey>(Dictionary<TKey, int> counts, TKey key)
        where TKey : notnull
    {
        if (counts.GetValueOrDefault(key) is var count && count == 0)
        {
            return false;
        }

        counts[key] = count - 1;
        return true;
    }
}
