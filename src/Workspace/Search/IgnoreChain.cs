using Dockerlint.Semantics.Context;

namespace Dockerlint.Workspace;

/// <summary>
/// The ignore rules in force in a folder: those of its own <c>.gitignore</c>, then those of the folders above it within the
/// repository, then those of <c>.git/info/exclude</c>. The first file that has something to say about a path decides. Where there
/// is no repository, the files from the searched folder downwards hold.
/// See <see href="https://git-scm.com/docs/gitignore"/>.
/// </summary>
public sealed class IgnoreChain
{
    private readonly IgnoreChain? _above;
    private readonly string _folder;
    private readonly IReadOnlyList<IgnoreRule> _rules;

    private IgnoreChain(string folder, IReadOnlyList<IgnoreRule> rules, IgnoreChain? above)
    {
        _folder = folder;
        _rules = rules;
        _above = above;
    }

    /// <summary>The rules of the folders above one, up to the root of its repository; null if there are none.</summary>
    public static IgnoreChain? Above(string folder)
    {
        var above = new Stack<string>();
        for (var current = DiskPath.Full(folder); current is not null; current =
            Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(current)))
        {
            above.Push(current);
            if (IsRepository(current))
            {
                // The folder itself is entered when it is searched.
                IgnoreChain? chain = null;
                while (above.Count > 1)
                {
                    chain = Enter(above.Pop(), chain);
                }

                return chain;
            }
        }

        return null;
    }

    /// <summary>The rules in a folder, given those above it. A repository of its own starts afresh.</summary>
    public static IgnoreChain? Enter(string folder, IgnoreChain? above)
    {
        var full = DiskPath.Full(folder);
        if (IsRepository(full))
        {
            above = Add(full, ExcludeFile(Path.Combine(full, ".git")), null);
        }

        return Add(full, Path.Combine(full, ".gitignore"), above);
    }

    /// <summary>Whether a path in this folder is ignored. Its parents are not looked at: an ignored folder is never entered.</summary>
    public bool Ignores(string path, bool isFolder)
    {
        var full = DiskPath.Full(path);
        for (var chain = this; chain is not null; chain = chain._above)
        {
            var relative = Path.GetRelativePath(chain._folder, full);
            for (var i = chain._rules.Count - 1; i >= 0; i--)
            {
                if (chain._rules[i].Matches(relative, isFolder))
                {
                    return !chain._rules[i].IsNegated;
                }
            }
        }

        return false;
    }

    private static IgnoreChain? Add(string folder, string? file, IgnoreChain? above)
    {
        // As git: an ignore file that cannot be read ignores nothing, and one of a tree that is a link is not followed.
        if (file is null || DiskPath.LinkTarget(file) is not null
            || RegularFile.TryRead(file, ReadLimit.IgnoreFile, out var bytes) is not null)
        {
            return above;
        }

        var rules = IgnoreRule.ReadAll(PathText.Decode(bytes).TrimStart('\uFEFF'));
        return rules.Count == 0 ? above : new IgnoreChain(folder, rules, above);
    }

    private static bool IsRepository(string folder) => DiskPath.Exists(Path.Combine(folder, ".git"));

    // In a work tree .git is a file that names a folder, which in turn names the one that all work trees share.
    private static string? ExcludeFile(string git)
    {
        if (Pointer(git) is { } link && link.StartsWith("gitdir:", StringComparison.Ordinal))
        {
            git = Path.Combine(Path.GetDirectoryName(git)!, link["gitdir:".Length..].Trim());
            git = Pointer(Path.Combine(git, "commondir")) is { } common ? Path.Combine(git, common.Trim()) : git;
        }

        return Path.Combine(git, "info", "exclude");
    }

    private static string? Pointer(string file) =>
        RegularFile.TryRead(file, ReadLimit.Pointer, out var bytes) is null ? PathText.Decode(bytes) : null;
}
