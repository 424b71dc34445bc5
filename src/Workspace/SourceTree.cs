namespace Dockerlint.Workspace;

/// <summary>
/// The files that belong together: those of a git work tree; without one those below the current folder, or else below the folder of
/// the file in question. What a file of a tree names, and where a link in it leads, has to lie in the tree too: a repository says
/// what is read and written within itself, never elsewhere on the machine.
/// </summary>
public sealed class SourceTree
{
    /// <summary>The variable with which a user opens the tree.</summary>
    public const string Variable = "DOCKERLINT_ALLOW_OUTSIDE";

    private static bool s_isOpen = Environment.GetEnvironmentVariable(Variable) is "1" or "true";

    private readonly string _root;

    private SourceTree(string root) => _root = root;

    /// <summary>Lets all trees of this run reach outside, because the user says so.</summary>
    public static void Open() => s_isOpen = true;

    /// <summary>Whether the user lets trees reach outside.</summary>
    internal static bool IsOpen => s_isOpen;

    /// <summary>The tree that a file belongs to by its path.</summary>
    public static SourceTree Around(string path)
    {
        var folder = Path.GetDirectoryName(DiskPath.Full(path)) ?? "/";
        string? root = null;
        for (var above = folder; above is not null; above = Path.GetDirectoryName(above))
        {
            // A link in a tree that leads to another tree does not make that one's files part of this one.
            if (DiskPath.Exists(Path.Combine(above, ".git")) && (root is null || !IsBelow(DiskPath.Real(root), DiskPath.Real(above))))
            {
                root = above;
            }
        }

        var current = DiskPath.CurrentFolder;
        return new SourceTree(root ?? (Path.GetDirectoryName(current) is not null && IsBelow(folder, current) ? current : folder));
    }

    /// <summary>The folder that the tree around a folder begins in.</summary>
    internal static string RootAround(string folder) => Around(Path.Combine(folder, ".git"))._root;

    /// <summary>
    /// Why a path may not be read or written for a file of the tree: it leads out of it. Null when it may, and when nothing is there.
    /// </summary>
    public string? Refuse(string path)
    {
        if (s_isOpen)
        {
            return null;
        }

        var real = DiskPath.Real(path);
        return IsBelow(real ?? DiskPath.Full(path), DiskPath.Real(_root) ?? _root) || (real is null && IsBelow(DiskPath.Full(path), _root))
            ? null
            : $"it lies outside of {_root}; --allow-outside or {Variable}=1 lets files be named there";
    }

    /// <summary>Whether a path is a folder or lies in it; links count as they are written.</summary>
    internal static bool IsBelow(string? path, string? folder)
    {
        if (path is null || folder is null)
        {
            return false;
        }

        var comparison = OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return path.Equals(folder, comparison)
            || path.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, comparison);
    }
}
