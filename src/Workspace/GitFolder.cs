using Dockerlint.Semantics.Context;

namespace Dockerlint.Workspace;

/// <summary>
/// Git's own folder as part of a build context. What is in it differs with every commit; which of its files do is all that can be told of a
/// revision.
/// </summary>
internal static class GitFolder
{
    internal const string Name = ".git";

    private static readonly string[] s_moving = ["index", "logs/HEAD", "objects/pack/pack.pack", "refs/heads/main"];

    private static readonly string[] s_staying = ["HEAD", "config"];

    /// <summary>Its files in a clone where a commit is checked out.</summary>
    internal static IEnumerable<GitChange> At(string commit) =>
    [
        .. s_staying.Select(name => new GitChange($"{Name}/{name}", "100644", "of every commit " + name)),
        .. Moving(commit),
    ];

    /// <summary>Those of them that another commit changes.</summary>
    internal static IEnumerable<GitChange> Moving(string commit) =>
        s_moving.Select(name => new GitChange($"{Name}/{name}", "100644", $"{name} of {commit}"));

    /// <summary>Its files as entries of a context.</summary>
    internal static IEnumerable<ContextEntry> Entries(string commit) =>
        At(commit).Select(file => GitTree.Entry(file.Mode, file.Blob, file.Path, null));

    /// <summary>Whether a path is the folder or lies in it.</summary>
    internal static bool Holds(string path) => path == Name || path.StartsWith(Name + "/", StringComparison.Ordinal);
}
