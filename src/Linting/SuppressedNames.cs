namespace Dockerlint.Linting;

/// <summary>The rules that comments switch off in one place, and whether anything was there to be switched off.</summary>
internal sealed class SuppressedNames
{
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What switched nothing off so far.</summary>
    internal IEnumerable<(SuppressionComment Comment, SuppressedName Name)> Unused =>
        _entries.Values.Where(entry => !entry.IsUsed).SelectMany(entry => entry.Sources);

    /// <summary>What switched something off so far.</summary>
    internal IEnumerable<SuppressedName> Used =>
        _entries.Values.Where(entry => entry.IsUsed).SelectMany(entry => entry.Sources).Select(source => source.Name);

    internal void Add(SuppressionComment comment)
    {
        foreach (var name in comment.Names)
        {
            if (!_entries.TryGetValue(name.Name, out var entry))
            {
                _entries[name.Name] = entry = new Entry();
            }

            entry.Sources.Add((comment, name));
        }
    }

    /// <summary>Whether one of the names of a rule is switched off; it then counts as used.</summary>
    internal bool Cover(IReadOnlyList<string> names)
    {
        var isCovered = false;
        foreach (var name in names)
        {
            if (_entries.TryGetValue(name, out var entry))
            {
                entry.IsUsed = isCovered = true;
            }
        }

        return isCovered;
    }

    private sealed class Entry
    {
        internal List<(SuppressionComment Comment, SuppressedName Name)> Sources { get; } = [];

        internal bool IsUsed { get; set; }
    }
}
