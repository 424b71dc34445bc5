using Dockerlint.Semantics.Context;

namespace Dockerlint.Workspace;

/// <summary>
/// Looks over the folders that git keeps a repository in before git is asked: it opens whatever stands under a name it knows, so a pipe
/// holds it up, a device feeds it without end, and of what a link leads to it may quote a line. Nothing is opened here but the files
/// that name other such folders.
/// </summary>
internal sealed class GitFolderCheck
{
    private const int MostAlternates = 100;

    // What belongs to other programs, to other work trees and to repositories of their own, none of which is read here.
    private static readonly string[] s_foreign =
        ["hooks", "modules", "worktrees", "lfs", "annex", "svn", "rr-cache", "branchless", "gk", "jj"];

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<string> _roots;
    private readonly bool _mayLeave;

    private GitFolderCheck(List<string> roots, bool mayLeave) => (_roots, _mayLeave) = (roots, mayLeave);

    /// <summary>What is in the way of letting git read a repository; null when nothing is.</summary>
    /// <param name="folders">The folders it is kept in.</param>
    /// <param name="tree">The folder that the tree with the repository begins in.</param>
    internal static string? Refuse(IReadOnlyList<string> folders, string tree)
    {
        List<string> roots = [.. folders.Append(tree).Select(folder => DiskPath.Real(folder) ?? folder)];
        var check = new GitFolderCheck(roots, SourceTree.IsOpen);
        return folders.Select(folder => check.Walk(folder, s_foreign) ?? check.Alternates(Path.Combine(folder, "objects")))
            .FirstOrDefault(problem => problem is not null);
    }

    /// <summary>The same for a repository within the work tree, of which git reads no more than whether it is one.</summary>
    internal static string? RefuseNested(string folder) => new GitFolderCheck([], mayLeave: true).Walk(folder, [.. s_foreign, "objects"]);

    /// <summary>What is in the way of reading a path, if it is something whose reading need not end; null when nothing is.</summary>
    internal static string? Endless(string path, DiskKind kind) =>
        kind is DiskKind.Pipe or DiskKind.CharacterDevice or DiskKind.BlockDevice
            ? $"cannot read {path}: {RegularFile.Unsuitable(kind)}"
            : null;

    private string? Walk(string root, IReadOnlyList<string> left)
    {
        var pending = new Stack<string>([root]);
        while (pending.TryPop(out var folder))
        {
            if (!_seen.Add(DiskPath.Real(folder) ?? folder))
            {
                continue;
            }

            foreach (var entry in Entries(folder))
            {
                var path = Path.Combine(folder, entry.Name);
                if (left.Contains(entry.Name) && folder == root)
                {
                    continue;
                }

                var isLink = entry.Kind == DiskKind.Link;
                var kind = isLink ? DiskPath.Kind(path) : entry.Kind;
                if (Endless(path, kind) is { } problem || (isLink && (problem = Outside(path)) is not null))
                {
                    return problem;
                }

                if (kind == DiskKind.Folder)
                {
                    pending.Push(path);
                }
            }
        }

        return null;
    }

    // Where a link leads that has nothing behind it is read from the link.
    private string? Outside(string path)
    {
        if (_mayLeave)
        {
            return null;
        }

        var folder = Path.GetDirectoryName(path)!;
        var target = DiskPath.Real(path) ?? DiskPath.FullFrom(DiskPath.Real(folder) ?? folder, DiskPath.LinkTarget(path) ?? "");
        return _roots.Exists(root => SourceTree.IsBelow(target, root)) ? null
            : $"cannot read {path}: it is a link that leads out of the repository; {SourceTree.Variable}=1 lets links lead there";
    }

    // Folders with the objects of other repositories, which may name more of them. A build server shares objects that way, so these may
    // lie anywhere; by the names of its objects alone nobody learns what is in a repository.
    private string? Alternates(string objects)
    {
        var pending = new Queue<string>([objects]);
        for (var count = 0; count < MostAlternates && pending.TryDequeue(out var folder); count++)
        {
            if (RegularFile.TryRead(Path.Combine(folder, "info", "alternates"), ReadLimit.Pointer, out var bytes) is not null)
            {
                continue;
            }

            foreach (var line in PathText.Decode(bytes).Split('\n').Where(line => line.Length > 0 && line[0] is not ('#' or '"')))
            {
                var other = DiskPath.FullFrom(folder, line);
                if (Endless(other, DiskPath.Kind(other)) is { } problem
                    || (problem = new GitFolderCheck([other, .. _roots], _mayLeave).Walk(other, [])) is not null)
                {
                    return problem;
                }

                pending.Enqueue(other);
            }
        }

        return null;
    }

    private static IReadOnlyList<FolderEntry> Entries(string folder)
    {
        try
        {
            return FolderReader.Read(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return []; // git cannot read it either, and says so where it needs it
        }
    }
}
