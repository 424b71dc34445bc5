using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Dockerlint.Semantics.Context;

/// <summary>Entries by path without those that rules ignore, without a copy of them.</summary>
internal sealed class FilteredEntries(IReadOnlyDictionary<string, ContextEntry> all, IgnoreRules rules)
    : IReadOnlyDictionary<string, ContextEntry>
{
    public IEnumerable<string> Keys => this.Select(pair => pair.Key);

    public IEnumerable<ContextEntry> Values => this.Select(pair => pair.Value);

    public int Count => this.Count();

    public ContextEntry this[string key] => TryGetValue(key, out var entry) ? entry : throw new KeyNotFoundException(key);

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out ContextEntry value) =>
        all.TryGetValue(key, out value) && !IsOut(value);

    public IEnumerator<KeyValuePair<string, ContextEntry>> GetEnumerator() => all.Where(pair => !IsOut(pair.Value)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // An ignored folder stays where something in it may be taken back in.
    private bool IsOut(ContextEntry entry) =>
        rules.Excludes(entry.Path) && !(rules.HasExceptions && entry.Kind == ContextEntryKind.Directory);
}
