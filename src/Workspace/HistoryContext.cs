using System.Collections.Immutable;
using Dockerlint.Semantics.Context;

namespace Dockerlint.Workspace;

/// <summary>
/// The build context while it is carried from commit to commit: each step costs what the commit changes. The manifests it gives
/// share everything that stays the same.
/// </summary>
internal sealed class HistoryContext
{
    private readonly Dictionary<string, GitChange> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int All, int Kept)> _directories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IgnoreState> _states = new(StringComparer.Ordinal);
    private readonly HashSet<string> _always = new(StringComparer.Ordinal);
    private IReadOnlySet<string> _names = ImmutableHashSet<string>.Empty;
    private Dictionary<string, byte[]> _blobs = new(StringComparer.Ordinal);
    private IgnoreRules _rules = IgnoreRules.None;
    private ImmutableDictionary<string, ContextEntry> _entries = ImmutableDictionary.Create<string, ContextEntry>(StringComparer.Ordinal);

    internal IEnumerable<GitChange> Files => _files.Values;

    internal GitChange? FileAt(string path) => _files.TryGetValue(path, out var file) ? file : null;

    /// <summary>A file of the repository, whether or not the context has it.</summary>
    internal ContextEntry? Find(string path) => FileAt(path) is { } file ? Entry(file) : null;

    /// <summary>Sets a file before <see cref="Begin"/>.</summary>
    internal void Put(GitChange file) => _files[file.Path] = file;

    /// <summary>Makes the first context.</summary>
    /// <param name="blobs">The contents of links.</param>
    /// <param name="rules">The rules that hold at first.</param>
    /// <param name="names">Names of files that are listed even where nothing changes, since a step may take one of them from a
    /// stage.</param>
    internal void Begin(Dictionary<string, byte[]> blobs, IgnoreRules rules, IReadOnlySet<string> names)
    {
        (_blobs, _names) = (blobs, names);
        Rebuild(rules);
    }

    /// <summary>Changes files and gives both contexts, as excerpts that can be compared with each other.</summary>
    /// <param name="changes">The files.</param>
    /// <param name="rules">Gives the rules that hold afterwards; null when they stay.</param>
    internal (ContextManifest Before, ContextManifest After) Apply(IReadOnlyList<GitChange> changes, Func<IgnoreRules>? rules)
    {
        var before = _entries;
        var always = _always.ToHashSet(StringComparer.Ordinal);
        var touched = new HashSet<string>(StringComparer.Ordinal);
        if (rules is null)
        {
            var builder = _entries.ToBuilder();
            foreach (var change in changes)
            {
                Set(change, builder, touched);
            }

            foreach (var directory in touched.Where(path => !_files.ContainsKey(path)).ToList())
            {
                SetDirectory(directory, builder);
            }

            _entries = builder.ToImmutable();
        }
        else
        {
            foreach (var change in changes)
            {
                _files.Remove(change.Path);
                if (change.IsThere)
                {
                    _files[change.Path] = change;
                }
            }

            Rebuild(rules());
            touched.UnionWith(before.Where(pair => _entries.GetValueOrDefault(pair.Key) is not { } now || !IsSame(pair.Value, now))
                .Select(pair => pair.Key));
            touched.UnionWith(_entries.Where(pair => !before.ContainsKey(pair.Key)).Select(pair => pair.Key));
            foreach (var path in touched.ToList())
            {
                AddAncestors(path, touched);
            }
        }

        always.UnionWith(_always);
        touched.UnionWith(always);
        foreach (var path in always)
        {
            AddAncestors(path, touched);
        }

        return (Excerpt(before, touched), Excerpt(_entries, touched));
    }

    private static ContextManifest Excerpt(ImmutableDictionary<string, ContextEntry> all, HashSet<string> paths) =>
        ContextManifest.Excerpt(all, paths.Select(path => all.GetValueOrDefault(path)).OfType<ContextEntry>());

    private static bool IsSame(ContextEntry left, ContextEntry right) =>
        left.Content?.Digest == right.Content?.Digest && left with { Content = null } == right with { Content = null };

    private static void AddAncestors(string path, HashSet<string> paths)
    {
        for (var above = ContextPath.Parent(path); above.Length > 0 && paths.Add(above); above = ContextPath.Parent(above))
        {
        }
    }

    private void Set(GitChange change, ImmutableDictionary<string, ContextEntry>.Builder entries, HashSet<string> touched)
    {
        touched.Add(change.Path);
        Count(change.Path, _files.ContainsKey(change.Path) ? -1 : 0, entries.ContainsKey(change.Path) && _files.ContainsKey(change.Path)
            ? -1 : 0, touched);
        entries.Remove(change.Path);
        _files.Remove(change.Path);
        _always.Remove(change.Path);
        if (!change.IsThere)
        {
            return;
        }

        _files[change.Path] = change;
        var isKept = !State(change.Path).IsExcluded;
        Count(change.Path, 1, isKept ? 1 : 0, touched);
        if (isKept)
        {
            Keep(change, entries);
        }
    }

    private void Keep(GitChange change, ImmutableDictionary<string, ContextEntry>.Builder entries)
    {
        entries[change.Path] = Entry(change);
        if (change.IsLink || _names.Contains(ContextPath.Base(change.Path)))
        {
            _always.Add(change.Path);
        }
    }

    private void Count(string path, int all, int kept, HashSet<string> touched)
    {
        for (var above = ContextPath.Parent(path); above.Length > 0; above = ContextPath.Parent(above))
        {
            var (files, keeps) = _directories.GetValueOrDefault(above);
            _directories[above] = (files + all, keeps + kept);
            touched.Add(above);
        }
    }

    // A directory stays when no rule fits it, even if all that is in it is ignored, and when something below it is kept.
    private void SetDirectory(string path, ImmutableDictionary<string, ContextEntry>.Builder entries)
    {
        var (all, kept) = _directories.GetValueOrDefault(path);
        if (all > 0 && (kept > 0 || !State(path).IsExcluded))
        {
            if (!entries.ContainsKey(path))
            {
                entries[path] = new ContextEntry(path, ContextEntryKind.Directory) { Mode = GitTree.ExecutableMode };
            }
        }
        else
        {
            entries.Remove(path);
        }
    }

    private void Rebuild(IgnoreRules rules)
    {
        _rules = rules;
        _states.Clear();
        _states[""] = default;
        _directories.Clear();
        _always.Clear();
        var entries = ImmutableDictionary.CreateBuilder<string, ContextEntry>(StringComparer.Ordinal);
        var touched = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in _files.Values)
        {
            var isKept = !State(file.Path).IsExcluded;
            Count(file.Path, 1, isKept ? 1 : 0, touched);
            if (isKept)
            {
                Keep(file, entries);
            }
        }

        foreach (var directory in touched)
        {
            SetDirectory(directory, entries);
        }

        _entries = entries.ToImmutable();
    }

    private IgnoreState State(string path)
    {
        if (_rules.Patterns.IsEmpty)
        {
            return default;
        }

        if (!_states.TryGetValue(path, out var state))
        {
            state = _rules.Below(State(ContextPath.Parent(path)), path);
            _states[path] = state;
        }

        return state;
    }

    private ContextEntry Entry(GitChange file)
    {
        var entry = GitTree.Entry(file.Mode, file.Blob, file.Path, null);
        return !file.IsLink ? entry
            : _blobs.TryGetValue(file.Blob, out var target) ? entry with { LinkTarget = PathText.Decode(target), Content = null }
            : new ContextEntry(file.Path, ContextEntryKind.Unknown);
    }
}
