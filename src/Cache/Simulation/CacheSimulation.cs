using System.Collections.Immutable;
using System.Globalization;
using Dockerlint.Semantics.Context;

namespace Dockerlint.Cache;

/// <summary>
/// Answers what a build would do again if files or build arguments changed. It keeps the context it was given, so that each answer costs
/// what the change costs and not what the context does; contents are read of files that are touched only. Answers do not depend on each
/// other: each is a change of the state the session began with.
/// </summary>
public sealed class CacheSimulation
{
    private const int FileMode = 0b110_100_100;
    private const int FolderMode = 0b111_101_101;

    private readonly BuildState _state;
    private readonly IgnoreRules _ignored;
    private readonly ImmutableDictionary<string, ContextEntry> _entries;

    // Links, and files whose names are in the Dockerfile, are compared always; see ContextManifest.Excerpt.
    private readonly ImmutableArray<string> _always;

    private CacheSimulation(BuildState state, IgnoreRules ignored)
    {
        // The docker command's differential upload changes modes only, and nothing here does.
        _state = state with { Settings = state.Settings with { IsUpload = false } };
        _ignored = ignored;
        _entries = state.Context.Entries.ToImmutableDictionary(entry => entry.Path, StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        DockerfileWords.AddTo(names, state.Dockerfile.Source.Text);
        _always =
        [
            .. state.Context.Entries
                .Where(entry => entry.Kind == ContextEntryKind.SymbolicLink
                    || (entry.Kind != ContextEntryKind.Directory && names.Contains(entry.Name)))
                .Select(entry => entry.Path),
        ];
    }

    /// <summary>Begins a session.</summary>
    /// <param name="state">The state that was built.</param>
    /// <param name="ignored">The rules of .dockerignore, which say whether a new file comes into the context.</param>
    public static CacheSimulation Of(BuildState state, IgnoreRules ignored)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(ignored);
        return new CacheSimulation(state, ignored);
    }

    /// <summary>The answer to a change.</summary>
    /// <param name="touched">
    /// Files that get another content or come into being, folders whose files do, and patterns as .dockerignore has them.
    /// </param>
    /// <param name="arguments">Build arguments that have another value than in the build before.</param>
    /// <param name="reach">What is found of the build before.</param>
    public SimulatedBuild Try(
        IEnumerable<string> touched, IReadOnlyDictionary<string, string> arguments, CacheReach reach = CacheReach.Warm)
    {
        ArgumentNullException.ThrowIfNull(touched);
        ArgumentNullException.ThrowIfNull(arguments);
        List<SimulatedTouch> touches = [.. touched.Select(Touch)];
        var changed = _entries;
        var listed = _always.ToHashSet(StringComparer.Ordinal);
        foreach (var path in touches.SelectMany(touch => touch.Files))
        {
            listed.Add(path);
            changed = changed.SetItem(path, Changed(path));
        }

        foreach (var path in listed.ToList())
        {
            for (var above = ContextPath.Parent(path); above.Length > 0 && listed.Add(above); above = ContextPath.Parent(above))
            {
                changed = changed.ContainsKey(above) ? changed
                    : changed.Add(above, new ContextEntry(above, ContextEntryKind.Directory) { Mode = FolderMode });
            }
        }

        var after = _state with
        {
            Context = Excerpt(changed, listed),
            Settings = _state.Settings with { BuildArguments = _state.Settings.BuildArguments.SetItems(arguments) },
        };
        return new SimulatedBuild(
            InvalidationTrace.Between(_state with { Context = Excerpt(_entries, listed) }, after, reach), touches);
    }

    private static ContextManifest Excerpt(ImmutableDictionary<string, ContextEntry> all, IEnumerable<string> paths) =>
        ContextManifest.Excerpt(all, paths.Select(path => all.GetValueOrDefault(path)).OfType<ContextEntry>());

    private SimulatedTouch Touch(string written)
    {
        var path = ContextPath.FromRoot(ContextPath.Clean("/" + written.Replace('\\', '/')));
        if (path.Length == 0 || _entries.GetValueOrDefault(path) is { Kind: ContextEntryKind.Directory })
        {
            return new SimulatedTouch(path, TouchKind.Changed,
                [.. _state.Context.Below(path).Where(entry => entry.Kind != ContextEntryKind.Directory).Select(entry => entry.Path)]);
        }

        if (_entries.ContainsKey(path))
        {
            return new SimulatedTouch(path, TouchKind.Changed, [path]);
        }

        if (PathGlob.IsPattern(path))
        {
            var rules = IgnoreRules.Parse(path);
            return new SimulatedTouch(path, TouchKind.Changed,
            [
                .. _state.Context.Entries.Where(entry => entry.Kind != ContextEntryKind.Directory && rules.Excludes(entry.Path))
                    .Select(entry => entry.Path),
            ]);
        }

        // Nothing lies below a file.
        var isBelowFile = false;
        for (var above = ContextPath.Parent(path); above.Length > 0; above = ContextPath.Parent(above))
        {
            isBelowFile |= _entries.GetValueOrDefault(above) is { Kind: not ContextEntryKind.Directory };
        }

        return _ignored.Excludes(path) || isBelowFile ? new SimulatedTouch(path, TouchKind.Ignored, [])
            : new SimulatedTouch(path, TouchKind.Added, [path]);
    }

    private ContextEntry Changed(string path)
    {
        // No file has such a digest.
        var content = ContextContent.FromDigest(string.Create(CultureInfo.InvariantCulture, $"touched {path}"));
        return _entries.GetValueOrDefault(path) is not { } entry
            ? new ContextEntry(path, ContextEntryKind.File) { Mode = FileMode, Content = content }
            : entry.Kind == ContextEntryKind.SymbolicLink ? entry with { LinkTarget = entry.LinkTarget + "-touched" }
            : entry with { Content = content };
    }
}
