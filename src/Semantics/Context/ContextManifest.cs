using System.Collections.Immutable;

namespace Dockerlint.Semantics.Context;

/// <summary>
/// The build context as the engine sees it: what is left after .dockerignore, in ordinal order of the paths. It is a value;
/// contents are read only when a step asks for their digest.
/// </summary>
public sealed class ContextManifest
{
    // As many links as Linux follows before it gives up.
    private const int MostLinks = 40;

    private readonly ImmutableArray<ContextEntry> _entries;
    private readonly IReadOnlyDictionary<string, ContextEntry> _byPath;

    private ContextManifest(ImmutableArray<ContextEntry> entries)
    {
        _entries = entries;
        var byPath = new Dictionary<string, ContextEntry>(entries.Length, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            byPath[entry.Path] = entry;
        }

        _byPath = byPath;
    }

    private ContextManifest(ImmutableArray<ContextEntry> entries, IReadOnlyDictionary<string, ContextEntry> byPath) =>
        (_entries, _byPath) = (entries, byPath);

    /// <summary>A context without any file.</summary>
    public static ContextManifest Empty { get; } = new([]);

    /// <summary>All entries, directories included, in ordinal order of their paths; the root itself is none of them.</summary>
    public IReadOnlyList<ContextEntry> Entries => _entries;

    /// <summary>What went wrong with contents that were asked for: the path and the reason.</summary>
    public IEnumerable<string> Problems =>
        _entries.Where(entry => entry.Content?.Problem is not null).Select(entry => $"{entry.Path}: {entry.Content!.Problem}");

    /// <summary>A context of these entries, which no rule touches. Directories that are not among them are added.</summary>
    public static ContextManifest Create(IEnumerable<ContextEntry> entries) => Create(entries, IgnoreRules.None);

    /// <summary>
    /// A context of these entries without those the rules ignore. A directory stays when no rule fits it, even if all that is in
    /// it is ignored, and when something below it is taken back in.
    /// </summary>
    public static ContextManifest Create(IEnumerable<ContextEntry> entries, IgnoreRules rules)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(rules);
        var all = new Dictionary<string, ContextEntry>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            all[entry.Path] = entry;
        }

        foreach (var path in all.Keys.ToList())
        {
            for (var above = ContextPath.Parent(path); above.Length > 0 && !all.ContainsKey(above); above = ContextPath.Parent(above))
            {
                all[above] = new ContextEntry(above, ContextEntryKind.Directory) { Mode = 0b111_101_101 };
            }
        }

        var states = new Dictionary<string, IgnoreState>(StringComparer.Ordinal) { [""] = default };
        var kept = new Dictionary<string, ContextEntry>(all.Count, StringComparer.Ordinal);
        foreach (var entry in all.Values)
        {
            if (rules.Patterns.IsEmpty || !StateOf(entry.Path, states, rules).IsExcluded)
            {
                kept[entry.Path] = entry;
                for (var above = ContextPath.Parent(entry.Path); above.Length > 0
                    && kept.TryAdd(above, all[above]); above = ContextPath.Parent(above))
                {
                }
            }
        }

        return new ContextManifest([.. kept.Values.OrderBy(entry => entry.Path, StringComparer.Ordinal)]);
    }

    /// <summary>A context of entries that are complete, distinct and filtered already, in any order.</summary>
    public static ContextManifest FromFiltered(IEnumerable<ContextEntry> entries) =>
        new([.. entries.OrderBy(entry => entry.Path, StringComparer.Ordinal)]);

    /// <summary>
    /// One of two contexts that differ in few entries: a path is looked up among all entries, but only some are listed. When both
    /// list every entry in which they differ, all symbolic links, the directories above these, and every file that a later step
    /// takes by its name from a stage, their keys differ exactly where those of the whole contexts do, and cost what the difference
    /// costs.
    /// </summary>
    /// <param name="all">All entries by path, complete and filtered.</param>
    /// <param name="listed">The entries to list, in any order.</param>
    public static ContextManifest Excerpt(IReadOnlyDictionary<string, ContextEntry> all, IEnumerable<ContextEntry> listed) =>
        new([.. listed.OrderBy(entry => entry.Path, StringComparer.Ordinal)], all);

    /// <summary>
    /// The same context without what further rules ignore. Where they take something back in, ignored folders stay, so that two contexts
    /// with the same rules compare as they would after reading them anew.
    /// </summary>
    public ContextManifest Without(IgnoreRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var kept = new FilteredEntries(_byPath, rules);
        return rules.Patterns.IsEmpty ? this : new([.. _entries.Where(entry => kept.ContainsKey(entry.Path))], kept);
    }

    /// <summary>The entry of a path; null when there is none.</summary>
    public ContextEntry? Find(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>Everything below a directory in ordinal order; an empty path is the root.</summary>
    public IEnumerable<ContextEntry> Below(string directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        if (directory.Length == 0)
        {
            return _entries;
        }

        return Range(directory + "/");
    }

    /// <summary>
    /// The path that a path really leads to, symbolic links followed inside the context; null when it leads nowhere. The root is
    /// the empty path.
    /// </summary>
    public string? Resolve(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var pending = new Stack<string>(path.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse());
        var reached = "";
        var links = 0;
        while (pending.TryPop(out var part))
        {
            if (part is "." or "..")
            {
                reached = part == "." ? reached : ContextPath.Parent(reached);
                continue;
            }

            var next = ContextPath.Join(reached, part);
            if (!_byPath.TryGetValue(next, out var entry))
            {
                return null;
            }

            if (entry.Kind == ContextEntryKind.Submodule)
            {
                return next; // what lies in it is known by its commit only
            }

            if (entry.Kind != ContextEntryKind.SymbolicLink)
            {
                reached = next;
                continue;
            }

            if (++links > MostLinks || entry.LinkTarget is null)
            {
                return null;
            }

            reached = entry.LinkTarget.StartsWith('/') ? "" : reached;
            foreach (var piece in entry.LinkTarget.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse())
            {
                pending.Push(piece);
            }
        }

        return reached;
    }

    /// <summary>
    /// The same context where files have no other modes than git keeps (644 and 755) and directories 755, so that a directory
    /// compares with a git revision.
    /// </summary>
    public ContextManifest WithGitModes() => new([.. _entries.Select(entry => entry.Kind switch
    {
        ContextEntryKind.File => entry with { Mode = (entry.Mode & 0b001_000_000) != 0 ? 0b111_101_101 : 0b110_100_100 },
        ContextEntryKind.Directory => entry with { Mode = 0b111_101_101 },
        _ => entry,
    })]);

    /// <summary>
    /// The context as BuildKit has it after an earlier upload of the same context: the docker command does not send a new mode of
    /// a directory that is known already (fsutil's differential transfer).
    /// </summary>
    public ContextManifest UploadedOver(ContextManifest earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return new([.. _entries.Select(entry => entry.Kind == ContextEntryKind.Directory
            && earlier.Find(entry.Path) is { Kind: ContextEntryKind.Directory } known ? entry with { Mode = known.Mode } : entry)]);
    }

    private static IgnoreState StateOf(string path, Dictionary<string, IgnoreState> states, IgnoreRules rules)
    {
        if (!states.TryGetValue(path, out var state))
        {
            state = rules.Below(StateOf(ContextPath.Parent(path), states, rules), path);
            states[path] = state;
        }

        return state;
    }

    // Paths with a common prefix stand side by side in ordinal order.
    private IEnumerable<ContextEntry> Range(string prefix)
    {
        int low = 0, high = _entries.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(_entries[middle].Path, prefix) < 0 ? (middle + 1, high) : (low, middle);
        }

        for (; low < _entries.Length && _entries[low].Path.StartsWith(prefix, StringComparison.Ordinal); low++)
        {
            yield return _entries[low];
        }
    }
}
