using System.Collections.Concurrent;
using Dockerlint.Semantics.Context;

namespace Dockerlint.Workspace;

/// <summary>
/// Walks a directory as the docker command does: links are kept as links, sockets and devices are left out, ignored directories are
/// not entered unless an exception may lie in them. Level by level, the directories of a level side by side.
/// </summary>
internal sealed class DirectoryWalk(string root, IgnoreRules rules, IReadOnlyDictionary<string, byte[]> known)
{
    private readonly ConcurrentBag<ContextEntry> _entries = [];
    private readonly ConcurrentDictionary<string, ContextEntry> _ignoredDirectories = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<string> _problems = [];

    /// <summary>What was found, in no order.</summary>
    internal IEnumerable<ContextEntry> Entries => _entries.Concat(ParentsOfKept());

    /// <summary>Null, or the first thing that could not be read.</summary>
    internal string? Run()
    {
        var level = new List<(string Path, IgnoreState State)> { ("", default) };
        while (level.Count > 0)
        {
            var next = new ConcurrentBag<(string Path, IgnoreState State)>();
            Parallel.ForEach(level, directory => Visit(directory.Path, directory.State, next));
            level = [.. next];
        }

        return _problems.Order(StringComparer.Ordinal).FirstOrDefault();
    }

    private void Visit(string directory, IgnoreState state, ConcurrentBag<(string Path, IgnoreState State)> next)
    {
        try
        {
            foreach (var found in FolderReader.Read(Path.Combine(root, directory), static _ => true))
            {
                var path = ContextPath.Join(directory, found.Name);
                var below = rules.Below(state, path);
                if (below.IsClosed || (below.IsExcluded && found.Kind != DiskKind.Folder))
                {
                    continue;
                }

                if (found.Kind == DiskKind.Folder)
                {
                    next.Add((path, below));
                }

                if (Entry(found, path) is { } entry)
                {
                    if (below.IsExcluded)
                    {
                        _ignoredDirectories[path] = entry;
                    }
                    else
                    {
                        _entries.Add(entry);
                    }
                }
            }
        }
        catch (Exception exception) when (exception is DirectoryNotFoundException or FileNotFoundException && directory.Length > 0)
        {
            // It went while the walk came by, as git's own files do.
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _problems.Add($"cannot read {Path.Combine(root, directory)}: {exception.Message}");
        }
    }

    private ContextEntry? Entry(FolderEntry found, string path) => found.Kind switch
    {
        DiskKind.Link => new ContextEntry(path, ContextEntryKind.SymbolicLink) { LinkTarget = found.LinkTarget!.Replace('\\', '/') },
        DiskKind.Folder => new ContextEntry(path, ContextEntryKind.Directory) { Mode = found.Status.Mode },
        DiskKind.File => new ContextEntry(path, ContextEntryKind.File)
        {
            Mode = found.Status.Mode,
            Size = found.Status.Size,
            Content = known.TryGetValue(path, out var bytes) ? ContextContent.FromBytes(bytes)
                : found.Status.Size == 0 ? ContextContent.FromBytes([])
                : FileHash.Deferred(Path.Combine(root, path)),
        },
        _ => null, // pipes, sockets and devices
    };

    // An ignored directory comes back when something below it does.
    private IEnumerable<ContextEntry> ParentsOfKept()
    {
        var back = new HashSet<string>(StringComparer.Ordinal);
        if (_ignoredDirectories.IsEmpty)
        {
            yield break;
        }

        foreach (var entry in _entries)
        {
            for (var above = ContextPath.Parent(entry.Path); above.Length > 0 && back.Add(above); above = ContextPath.Parent(above))
            {
                if (_ignoredDirectories.TryGetValue(above, out var directory))
                {
                    yield return directory;
                }
            }
        }
    }
}
