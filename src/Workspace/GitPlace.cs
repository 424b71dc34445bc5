using Dockerlint.Semantics.Context;

namespace Dockerlint.Workspace;

/// <summary>Where the repository around a folder is kept, found as git finds it.</summary>
/// <param name="WorkTree">The folder with the <c>.git</c> in it; null when the caller names the repository (GIT_DIR).</param>
/// <param name="Folder">The folder of the repository.</param>
/// <param name="Common">The folder that it shares with other work trees; the same for a repository with one.</param>
internal sealed record GitPlace(string? WorkTree, string Folder, string Common)
{
    private const string PointerMark = "gitdir:";

    /// <summary>Finds the repository around a folder; null, without a problem, when there is none.</summary>
    internal static GitPlace? Find(string directory, out string? problem)
    {
        problem = null;
        if (GitEnvironment.NamesRepository)
        {
            var named = DiskPath.Full(Environment.GetEnvironmentVariable("GIT_DIR")!);
            return At(null, Target(named) ?? named, out problem);
        }

        for (var folder = DiskPath.Real(directory); !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
        {
            var git = Path.Combine(folder, ".git");
            var kind = DiskPath.Kind(git);
            if ((problem = GitFolderCheck.Endless(git, kind)) is not null)
            {
                return null;
            }

            var target = kind == DiskKind.Folder ? git : kind == DiskKind.File ? Target(git) : null;
            if (target is not null && IsRepository(target))
            {
                return At(folder, target, out problem);
            }
        }

        return null;
    }

    /// <summary>
    /// Why git may not be let at the repository; null when it may. Whoever fills a tree can put a <c>.git</c> into it that names a
    /// repository elsewhere on the machine; so one outside of the tree has to name the tree, too, as that of a further work tree and
    /// that of a submodule do.
    /// </summary>
    internal string? Refuse(GitProgram git)
    {
        var tree = WorkTree ?? Folder;
        if (GitFolderCheck.Refuse([.. new[] { Folder, Common }.Distinct()], SourceTree.RootAround(tree)) is { } problem)
        {
            return problem;
        }

        if (WorkTree is null || SourceTree.IsOpen)
        {
            return null;
        }

        var mark = Path.Combine(WorkTree, ".git");
        var (folder, common) = (DiskPath.Real(Folder) ?? Folder, DiskPath.Real(Common) ?? Common);
        return SourceTree.Around(mark).Refuse(Folder) is not null && !NamesBack(git, folder, mark) ? Elsewhere(mark, folder)
            : !SourceTree.IsBelow(folder, common) && SourceTree.Around(mark).Refuse(Common) is not null
                ? Elsewhere(Path.Combine(Folder, "commondir"), common)
            : null;
    }

    /// <summary>Where the file <c>.git</c> of a work tree leads; null when it is none.</summary>
    internal static string? Target(string file) =>
        RegularFile.TryRead(file, ReadLimit.Pointer, out var bytes) is null && PathText.Decode(bytes) is var text
            && text.StartsWith(PointerMark, StringComparison.Ordinal)
            ? DiskPath.FullFrom(Path.GetDirectoryName(file)!, text[PointerMark.Length..].Trim().Split('\n')[0])
            : null;

    private static string Elsewhere(string file, string target) =>
        $"{file} names {target}, which lies outside of the tree and does not name it; GIT_DIR, or {SourceTree.Variable}=1, lets it be read";

    private static GitPlace? At(string? workTree, string folder, out string? problem)
    {
        var pointer = Path.Combine(folder, "commondir");
        problem = GitFolderCheck.Endless(pointer, DiskPath.Kind(pointer));
        if (problem is not null)
        {
            return null;
        }

        var common = RegularFile.TryRead(pointer, ReadLimit.Pointer, out var bytes) is null
            ? DiskPath.FullFrom(folder, PathText.Decode(bytes).TrimEnd('\n', '\r'))
            : folder;
        return new GitPlace(workTree, folder, common);
    }

    // Something under each of these names is enough: whether git can do with it, it finds out itself.
    private static bool IsRepository(string folder) =>
        DiskPath.Status(Path.Combine(folder, "HEAD"), followsLinks: false).Kind != DiskKind.None
        && (DiskPath.Exists(Path.Combine(folder, "commondir"))
            || (DiskPath.Exists(Path.Combine(folder, "objects")) && DiskPath.Exists(Path.Combine(folder, "refs"))));

    private bool NamesBack(GitProgram git, string folder, string mark)
    {
        if (RegularFile.TryRead(Path.Combine(folder, "gitdir"), ReadLimit.Pointer, out var bytes) is null)
        {
            return IsSame(DiskPath.FullFrom(folder, PathText.Decode(bytes).TrimEnd('\n', '\r')), mark);
        }

        return git.RunLine(["config", "--file", Path.Combine(folder, "config"), "--get", "core.worktree"], out var tree) is null
            && IsSame(DiskPath.FullFrom(folder, tree), WorkTree!);
    }

    private static bool IsSame(string left, string right) => DiskPath.Real(left) is { } one && one == DiskPath.Real(right);
}
