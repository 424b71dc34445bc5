using System.Collections.Concurrent;
using System.Formats.Tar;
using Dockerlint.Semantics.Context;

namespace Dockerlint.Workspace;

/// <summary>
/// Walks a directory as the docker command does: links are kept as links, sockets and devices are left out, ignored directories are
/// not entered unless an exception may lie in them. Level by level, the directories of a level side by side.
/// </summary>
internal sealed class DirectoryWalk(string root, IgnoreRules rules, IReadOnlyDictionary<string, byte[]> known)
{
    // Where the type of an entry stands in a tar header.
    private const int TarType = 156;

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
            foreach (var info in new DirectoryInfo(Path.Combine(root, directory)).EnumerateFileSystemInfos("*", s_all))
            {
                var path = ContextPath.Join(directory, info.Name);
                var below = rules.Below(state, path);
                if (below.IsClosed)
                {
                    continue;
                }

                var isDirectory = info is DirectoryInfo && info.LinkTarget is null;
                if (isDirectory)
                {
                    next.Add((path, below));
                }

                if (below.IsExcluded && !isDirectory)
                {
                    continue;
                }

                if (Entry(info, path, isDirectory) is { } entry)
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

    private static readonly EnumerationOptions s_all = new() { AttributesToSkip = 0, IgnoreInaccessible = false, ReturnSpecialDirectories = false };

    private ContextEntry? Entry(FileSystemInfo info, string path, bool isDirectory)
    {
        if (info.LinkTarget is { } target)
        {
            return new ContextEntry(path, ContextEntryKind.SymbolicLink) { LinkTarget = target.Replace('\\', '/') };
        }

        var mode = OperatingSystem.IsWindows() ? 0b111_101_101 : (int)info.UnixFileMode;
        if (isDirectory)
        {
            return new ContextEntry(path, ContextEntryKind.Directory) { Mode = mode };
        }

        var size = ((FileInfo)info).Length;
        if (size == 0 && IsSpecial(info.FullName))
        {
            return null;
        }

        return new ContextEntry(path, ContextEntryKind.File)
        {
            Mode = mode,
            Size = size,
            Content = known.TryGetValue(path, out var bytes) ? ContextContent.FromBytes(bytes)
                : size == 0 ? ContextContent.FromBytes([])
                : FileHash.Deferred(info.FullName),
        };
    }

    // Pipes, sockets and devices look like empty files; what the tar writer makes of them says what they are, without opening them.
    private static bool IsSpecial(string path)
    {
        try
        {
            using var buffer = new MemoryStream();
            using (var writer = new TarWriter(buffer, TarEntryFormat.Ustar, leaveOpen: true))
            {
                writer.WriteEntry(path, "entry");
            }

            return buffer.Length > TarType && buffer.GetBuffer()[TarType] is (byte)'3' or (byte)'4' or (byte)'6';
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
        catch (IOException)
        {
            return true; // a socket, which no archive can hold
        }
    }

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
