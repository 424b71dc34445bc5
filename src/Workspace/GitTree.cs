using System.Globalization;
using Dockerlint.Semantics.Context;

namespace Dockerlint.Workspace;

/// <summary>Reads the files of a git revision, of the index or of the work tree; blobs are known by their names and not read.</summary>
internal static class GitTree
{
    internal const int FileMode = 0b110_100_100;
    internal const int ExecutableMode = 0b111_101_101;
    internal const string LinkMode = "120000";
    internal const string ModuleMode = "160000";

    /// <summary>Null when it went well, else what went wrong.</summary>
    /// <param name="repository">The repository, at the context.</param>
    /// <param name="revision">What to read.</param>
    /// <param name="objects">Reads contents.</param>
    /// <param name="entries">The files.</param>
    /// <param name="withGitFolder">Whether git's own folder is among them, as in a clone.</param>
    internal static string? Read(
        GitRepository repository, string revision, GitObjects objects, out List<ContextEntry> entries, bool withGitFolder = false)
    {
        entries = [];
        var problem = revision switch
        {
            WorkspaceReader.Index => ReadIndex(repository.Git, entries),
            WorkspaceReader.WorkTree => GitWorkTree.Read(repository, entries),
            _ => ReadRevision(repository, revision, entries),
        };
        if (problem is null && withGitFolder && repository.Prefix.Length == 0
            && (revision.StartsWith(':') || !revision.Contains(':', StringComparison.Ordinal)))
        {
            entries.AddRange(GitFolder.Entries(CommitOf(repository, revision.StartsWith(':') ? "HEAD" : revision)));
        }

        return problem ?? ReadLinks(revision, objects, entries);
    }

    /// <summary>The commit of a revision; its name where it is none, such as a lone tree, or before the first commit.</summary>
    internal static string CommitOf(GitRepository repository, string revision) =>
        repository.Resolve(revision, "commit", out var commit) is null ? commit : revision;

    private static string? ReadRevision(GitRepository repository, string revision, List<ContextEntry> entries)
    {
        if (repository.Resolve(revision, "tree", out var tree) is { } unknown)
        {
            return $"{revision} is neither a directory nor a git revision: {unknown}";
        }

        if (!revision.Contains(':', StringComparison.Ordinal))
        {
            if (repository.FolderOf(tree, out var below) is { } unreadable)
            {
                return $"cannot read {revision}: {unreadable}";
            }

            if (below is null)
            {
                return $"{revision} has no folder {repository.Prefix.TrimEnd('/')}";
            }

            tree = below;
        }

        return repository.Git.RunFields(["ls-tree", "-r", "-t", "-l", "-z", "--full-tree", tree], Add) is { } problem
            ? $"cannot read {revision}: {problem}" : null;

        void Add(string field)
        {
            // mode SP type SP name SP size TAB path
            var tab = field.IndexOf('\t', StringComparison.Ordinal);
            var parts = field[..tab].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            entries.Add(Entry(parts[0], parts[2], field[(tab + 1)..],
                long.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : null));
        }
    }

    private static string? ReadIndex(GitProgram git, List<ContextEntry> entries)
    {
        if (ReadStaged(git, out var staged) is { } problem)
        {
            return problem;
        }

        var request = GitProgram.Lines(staged.Where(item => item.Mode != ModuleMode).Select(item => item.Blob));
        if (git.Run(["cat-file", "--batch-check=%(objectname) %(objectsize)"], out var output, request) is { } unreadable)
        {
            return $"cannot read git's index: {unreadable}";
        }

        var sizes = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var line in PathText.Decode(output).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            if (space > 0 && long.TryParse(line.AsSpan(space + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var size))
            {
                sizes[line[..space]] = size;
            }
        }

        entries.AddRange(
            staged.Select(item => Entry(item.Mode, item.Blob, item.Path, sizes.TryGetValue(item.Blob, out var size) ? size : null)));
        return null;
    }

    /// <summary>The files of the index below the directory, as they are there. Null when it went well, else what went wrong.</summary>
    internal static string? ReadStaged(GitProgram git, out List<GitChange> staged)
    {
        var found = staged = [];
        string? conflict = null;
        var problem = git.RunFields(["ls-files", "-s", "-z"], Add);
        return problem is not null ? $"cannot read git's index: {problem}"
            : conflict is not null ? $"git's index has a merge conflict in {conflict}"
            : null;

        void Add(string field)
        {
            // mode SP name SP stage TAB path
            var tab = field.IndexOf('\t', StringComparison.Ordinal);
            var parts = field[..tab].Split(' ');
            found.Add(new GitChange(field[(tab + 1)..], parts[0], parts[1]));
            conflict ??= parts[2] != "0" ? field[(tab + 1)..] : null;
        }
    }

    internal static ContextEntry Entry(string mode, string name, string path, long? size) => mode switch
    {
        "040000" => new ContextEntry(path, ContextEntryKind.Directory) { Mode = ExecutableMode },
        LinkMode => new ContextEntry(path, ContextEntryKind.SymbolicLink) { Content = ContextContent.FromDigest(name) },
        ModuleMode => new ContextEntry(path, ContextEntryKind.Submodule) { Content = ContextContent.FromDigest(name) },
        _ => new ContextEntry(path, ContextEntryKind.File)
        {
            Mode = mode == "100755" ? ExecutableMode : FileMode,
            Size = size,
            Content = ContextContent.FromDigest(name),
        },
    };

    // Where a link points is the content of its blob.
    private static string? ReadLinks(string revision, GitObjects objects, List<ContextEntry> entries)
    {
        var places = Enumerable.Range(0, entries.Count).Where(i => entries[i] is { Kind: ContextEntryKind.SymbolicLink, LinkTarget: null })
            .ToList();
        if (objects.ReadAll(places.Select(i => entries[i].Content!.Digest!).ToHashSet(StringComparer.Ordinal), ReadLimit.Pointer,
            out var blobs) is { } problem)
        {
            return $"cannot read the links of {revision}: {problem}";
        }

        foreach (var i in places)
        {
            // A link whose content the repository does not hold leads nobody knows where; everything else is as it is.
            entries[i] = blobs[entries[i].Content!.Digest!].Content is { } target
                ? entries[i] with { LinkTarget = PathText.Decode(target), Content = null }
                : new ContextEntry(entries[i].Path, ContextEntryKind.Unknown);
        }

        return null;
    }
}
