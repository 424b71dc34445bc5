using System.Globalization;
using System.Text;
using Dockerlint.Semantics.Context;

namespace Dockerlint.Workspace;

/// <summary>Reads the files of a git revision, of the index or of the work tree; blobs are known by their names and not read.</summary>
internal static class GitTree
{
    private const int FileMode = 0b110_100_100;
    internal const int ExecutableMode = 0b111_101_101;

    /// <summary>Null when it went well, else what went wrong.</summary>
    /// <param name="git">The program, in the repository.</param>
    /// <param name="directory">Where the context lies.</param>
    /// <param name="revision">What to read.</param>
    /// <param name="entries">The files.</param>
    /// <param name="text">Gives the bytes of one file, or null when there is none.</param>
    internal static string? Read(GitProgram git, string directory, string revision, out List<ContextEntry> entries, out Func<string, byte[]?> text)
    {
        entries = [];
        var found = entries;
        text = _ => null;
        if (git.Run(["rev-parse", "--show-prefix"], out var output) is { } problem)
        {
            return $"{revision} is neither a directory nor a git revision: {problem}";
        }

        var prefix = Encoding.UTF8.GetString(output).TrimEnd('\n');
        problem = revision switch
        {
            WorkspaceReader.Index => ReadIndex(git, found),
            WorkspaceReader.WorkTree => ReadWorkTree(git, directory, found),
            _ => ReadRevision(git, revision, prefix, found),
        };
        if (problem is not null)
        {
            return problem;
        }

        text = revision == WorkspaceReader.WorkTree
            ? path => ReadFile(Path.Combine(directory, path))
            : path => found.Find(entry => entry.Path == path)?.Content?.Digest is { } digest && git.Run(["cat-file", "blob", digest], out var bytes) is null
                ? bytes
                : null;
        return ReadLinks(git, revision, found);
    }

    private static string? ReadRevision(GitProgram git, string revision, string prefix, List<ContextEntry> entries)
    {
        if (revision.StartsWith('-'))
        {
            return $"{revision} is no git revision";
        }

        var tree = revision.Contains(':', StringComparison.Ordinal) || prefix.Length == 0 ? revision : $"{revision}:{prefix.TrimEnd('/')}";
        if (git.RunFields(["ls-tree", "-r", "-t", "-l", "-z", "--full-tree", tree], out var fields) is { } problem)
        {
            return $"{revision} is neither a directory nor a git revision: {problem}";
        }

        foreach (var field in fields)
        {
            // mode SP type SP name SP size TAB path
            var tab = field.IndexOf('\t', StringComparison.Ordinal);
            var parts = field[..tab].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            entries.Add(Entry(parts[0], parts[2], field[(tab + 1)..],
                long.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : null));
        }

        return null;
    }

    private static string? ReadIndex(GitProgram git, List<ContextEntry> entries)
    {
        if (git.RunFields(["ls-files", "-s", "-z"], out var fields) is { } problem)
        {
            return $"cannot read git's index: {problem}";
        }

        var staged = fields.Select(field =>
        {
            // mode SP name SP stage TAB path
            var tab = field.IndexOf('\t', StringComparison.Ordinal);
            var parts = field[..tab].Split(' ');
            return (Mode: parts[0], Name: parts[1], Stage: parts[2], Path: field[(tab + 1)..]);
        }).ToList();
        if (staged.Find(item => item.Stage != "0") is { Path: { } conflict })
        {
            return $"git's index has a merge conflict in {conflict}";
        }

        var request = Encoding.ASCII.GetBytes(string.Concat(staged.Where(item => item.Mode != "160000").Select(item => item.Name + "\n")));
        if (git.Run(["cat-file", "--batch-check=%(objectname) %(objectsize)"], out var output, request) is { } unreadable)
        {
            return $"cannot read git's index: {unreadable}";
        }

        var sizes = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var line in Encoding.ASCII.GetString(output).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            if (space > 0 && long.TryParse(line.AsSpan(space + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var size))
            {
                sizes[line[..space]] = size;
            }
        }

        entries.AddRange(staged.Select(item => Entry(item.Mode, item.Name, item.Path, sizes.TryGetValue(item.Name, out var size) ? size : null)));
        return null;
    }

    // Files that did not change since they were added to the index have the name there; the others are hashed when asked for.
    private static string? ReadWorkTree(GitProgram git, string directory, List<ContextEntry> entries)
    {
        var index = new List<ContextEntry>();
        if (ReadIndex(git, index) is { } unreadable)
        {
            return unreadable;
        }

        if (git.RunFields(["ls-files", "-z", "-m", "-d"], out var changed) is { } problem)
        {
            return $"cannot read git's work tree: {problem}";
        }

        if (git.RunFields(["ls-files", "-z", "-o", "--exclude-standard"], out var untracked) is { } failure)
        {
            return $"cannot read git's work tree: {failure}";
        }

        var touched = changed.ToHashSet(StringComparer.Ordinal);
        entries.AddRange(index.Where(entry => !touched.Contains(entry.Path)));
        foreach (var path in touched.Concat(untracked))
        {
            if (OnDisk(directory, path) is { } entry)
            {
                entries.Add(entry);
            }
        }

        return null;
    }

    private static ContextEntry? OnDisk(string directory, string path)
    {
        var info = new FileInfo(Path.Combine(directory, path));
        if (info.LinkTarget is { } target)
        {
            return new ContextEntry(path, ContextEntryKind.SymbolicLink) { LinkTarget = target };
        }

        if (Directory.Exists(info.FullName))
        {
            return new ContextEntry(path.TrimEnd('/'), ContextEntryKind.Unknown);
        }

        var isExecutable = !OperatingSystem.IsWindows() && info.Exists && (info.UnixFileMode & UnixFileMode.UserExecute) != 0;
        return !info.Exists ? null : new ContextEntry(path, ContextEntryKind.File)
        {
            Mode = isExecutable ? ExecutableMode : FileMode,
            Size = info.Length,
            Content = FileHash.Deferred(info.FullName),
        };
    }

    internal static ContextEntry Entry(string mode, string name, string path, long? size) => mode switch
    {
        "040000" => new ContextEntry(path, ContextEntryKind.Directory) { Mode = ExecutableMode },
        "120000" => new ContextEntry(path, ContextEntryKind.SymbolicLink) { Content = ContextContent.FromDigest(name) },
        "160000" => new ContextEntry(path, ContextEntryKind.Unknown),
        _ => new ContextEntry(path, ContextEntryKind.File)
        {
            Mode = mode == "100755" ? ExecutableMode : FileMode,
            Size = size,
            Content = ContextContent.FromDigest(name),
        },
    };

    // Where a link points is the content of its blob.
    private static string? ReadLinks(GitProgram git, string revision, List<ContextEntry> entries)
    {
        var places = Enumerable.Range(0, entries.Count).Where(i => entries[i] is { Kind: ContextEntryKind.SymbolicLink, LinkTarget: null }).ToList();
        if (places.Count == 0)
        {
            return null;
        }

        if (git.ReadBlobs([.. places.Select(i => entries[i].Content!.Digest!).Distinct(StringComparer.Ordinal)], out var blobs) is { } problem)
        {
            return $"cannot read the links of {revision}: {problem}";
        }

        foreach (var i in places)
        {
            if (!blobs.TryGetValue(entries[i].Content!.Digest!, out var target))
            {
                return $"cannot read the link {entries[i].Path} of {revision}";
            }

            entries[i] = entries[i] with { LinkTarget = Encoding.UTF8.GetString(target), Content = null };
        }

        return null;
    }

    private static byte[]? ReadFile(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
