using Dockerlint.Semantics.Context;

namespace Dockerlint.Workspace;

/// <summary>
/// Looks for what would hold git up while it lists the files of a work tree: it opens every <c>.gitignore</c> and
/// <c>.gitattributes</c>, and of a repository within the tree the files that tell one.
/// </summary>
internal static class WorkTreeCheck
{
    private static readonly string[] s_names = [".gitignore", ".gitattributes", ".gitmodules"];

    /// <summary>What is in the way of listing the files below the directory; null when nothing is.</summary>
    internal static string? Refuse(GitRepository repository) => OperatingSystem.IsWindows() ? null
        : RefuseAbove(repository.Directory, repository.Prefix.Count(c => c == '/')) ?? RefuseBelow(repository.Directory);

    /// <summary>What is in the way of asking for the attributes of a file; null when nothing is.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="path">The path of the file from the directory.</param>
    internal static string? RefuseAttributes(GitRepository repository, string path)
    {
        var folder = Path.GetDirectoryName(DiskPath.Full(Path.Combine(repository.Directory, path))) ?? "/";
        var depth = ContextPath.Clean(repository.Prefix + path).Count(c => c == '/');
        return OperatingSystem.IsWindows() ? null : In(folder) ?? RefuseAbove(folder, depth);
    }

    private static string? RefuseAbove(string folder, int levels)
    {
        var above = DiskPath.Real(folder) ?? DiskPath.Full(folder);
        for (var i = 0; i < levels; i++)
        {
            if ((above = Path.GetDirectoryName(above)) is null)
            {
                return null;
            }

            if (In(above) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    // As git, behind no link.
    private static string? In(string folder) =>
        s_names.Select(name => Path.Combine(folder, name))
            .Select(path => GitFolderCheck.Endless(path, DiskPath.Status(path, followsLinks: false).Kind))
            .FirstOrDefault(problem => problem is not null);

    private static string? RefuseBelow(string root)
    {
        var pending = new Stack<string>([root]);
        while (pending.TryPop(out var folder))
        {
            if (Entries(folder) is not { } entries)
            {
                continue;
            }

            if (folder != root && entries.FirstOrDefault(entry => entry.Name == ".git") is { Name: not null } git
                && RefuseNested(Path.Combine(folder, git.Name), git.Kind) is { } nested)
            {
                return nested;
            }

            foreach (var entry in entries)
            {
                var path = Path.Combine(folder, entry.Name);
                if (s_names.Contains(entry.Name) && GitFolderCheck.Endless(path, entry.Kind) is { } problem)
                {
                    return problem;
                }

                if (entry.Kind == DiskKind.Folder && entry.Name != ".git")
                {
                    pending.Push(path);
                }
            }
        }

        return null;
    }

    // Git passes over a pipe of that name.
    private static string? RefuseNested(string git, DiskKind kind)
    {
        kind = kind == DiskKind.Link ? DiskPath.Kind(git) : kind;
        return kind == DiskKind.Folder ? GitFolderCheck.RefuseNested(git)
            : kind == DiskKind.File && GitPlace.Target(git) is { } target && DiskPath.IsFolder(target) ? GitFolderCheck.RefuseNested(target)
            : null;
    }

    private static IReadOnlyList<FolderEntry>? Entries(string folder)
    {
        try
        {
            return FolderReader.Read(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null; // git does not get in either
        }
    }
}
