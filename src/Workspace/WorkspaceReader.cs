using Dockerlint.Semantics;
using Dockerlint.Semantics.Context;
using Dockerlint.Text;

namespace Dockerlint.Workspace;

/// <summary>Reads a Dockerfile and its context from a directory or from git.</summary>
public static class WorkspaceReader
{
    /// <summary>The name of git's index where a revision can stand.</summary>
    public const string Index = ":index";

    /// <summary>The name of git's work tree where a revision can stand: files that are tracked, or new and not ignored by git.</summary>
    public const string WorkTree = ":worktree";

    /// <summary>
    /// Reads a directory if there is one of that name, else a git revision of the repository around the current directory.
    /// </summary>
    /// <param name="location">A directory, <c>:index</c>, <c>:worktree</c>, a revision, or a revision with a directory as in
    /// <c>main:api</c>.</param>
    /// <param name="dockerfile">The path of the Dockerfile below the location.</param>
    /// <param name="builder">Whose rules of .dockerignore count.</param>
    public static ReadOutcome Read(string location, string dockerfile, Builder builder) => Read(location, dockerfile, builder, null);

    /// <summary>The same as a context of a kind.</summary>
    /// <param name="location">A directory or a revision.</param>
    /// <param name="dockerfile">The path of the Dockerfile below the location.</param>
    /// <param name="builder">Whose rules of .dockerignore count.</param>
    /// <param name="kind">What the build is given; null for a directory as it is, and a checkout of a revision.</param>
    /// <param name="asCommitted">Whether a directory is compared with a revision: a clean work tree has to equal its commit.</param>
    public static ReadOutcome Read(string location, string dockerfile, Builder builder, ContextKind? kind, bool asCommitted = false)
    {
        ArgumentNullException.ThrowIfNull(location);
        return DiskPath.IsFolder(location)
            ? ReadDirectory(location, dockerfile, builder, kind ?? ContextKind.Directory, asCommitted)
            : ReadGit(".", location, dockerfile, builder, kind ?? ContextKind.Checkout);
    }

    /// <summary>Reads a directory. Contents are read when a step asks for them.</summary>
    public static ReadOutcome ReadDirectory(string directory, string dockerfile, Builder builder) =>
        ReadDirectory(directory, dockerfile, builder, ContextKind.Directory, asCommitted: false);

    /// <summary>Reads a directory whose Dockerfile lies elsewhere; an ignore file may lie beside it.</summary>
    /// <param name="directory">The context.</param>
    /// <param name="path">Where the Dockerfile lies.</param>
    /// <param name="name">Its name in the context.</param>
    /// <param name="builder">Whose rules of .dockerignore count.</param>
    public static ReadOutcome ReadDirectoryWith(string directory, string path, string name, Builder builder) =>
        ReadDirectory(directory, name, builder, ContextKind.Directory, asCommitted: false, DiskPath.Full(path));

    private static ReadOutcome ReadDirectory(
        string directory, string dockerfile, Builder builder, ContextKind kind, bool asCommitted, string? outside = null)
    {
        var path = outside ?? Path.Combine(directory, dockerfile);
        if (RegularFile.TryRead(path, ReadLimit.Dockerfile, out var bytes) is { } problem)
        {
            return ReadOutcome.Failed(DiskPath.Exists(path) ? $"cannot read {path}: {problem}" : $"there is no {path}");
        }

        var known = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        if (outside is null)
        {
            known[ContextPath.FromRoot(dockerfile)] = bytes;
        }

        string? unreadable = null;
        var rules = kind == ContextKind.GitUrl ? IgnoreRules.None : Rules(IgnoreNames(outside ?? dockerfile, builder), name =>
            unreadable is not null ? null : ReadIgnoreFile(Path.Combine(directory, name), out unreadable), known, builder);
        if (unreadable is not null)
        {
            return ReadOutcome.Failed(unreadable);
        }

        if (rules.Problems is [var wrong, ..])
        {
            return ReadOutcome.Failed($"{directory}: .dockerignore {wrong}");
        }

        var walk = new DirectoryWalk(directory, rules, known);
        if (walk.Run() is { } failure)
        {
            return ReadOutcome.Failed(failure);
        }

        IReadOnlyList<ContextEntry> entries = [.. walk.Entries];
        if ((asCommitted || kind == ContextKind.GitUrl) && GitRepository.Open(directory, out _) is { } repository)
        {
            entries = GitWorkTree.AsCommitted(repository, entries);
            if (entries.Any(entry => GitFolder.Holds(entry.Path)))
            {
                // Git's own folder is known by the commit it is at, as that of a revision is.
                var folder = kind == ContextKind.GitUrl ? []
                    : ContextManifest.Create(GitFolder.Entries(GitTree.CommitOf(repository, "HEAD")), rules).Entries;
                entries = [.. entries.Where(entry => !GitFolder.Holds(entry.Path)), .. folder];
            }
        }

        return new ReadOutcome(
            new BuildFiles(
                SourceText.FromBytes(bytes, dockerfile), ContextManifest.FromFiltered(entries), kind == ContextKind.GitUrl)
            {
                Ignored = rules,
            }, null);
    }

    /// <summary>Reads a revision, the index or the work tree of a git repository.</summary>
    /// <param name="repository">A directory in the repository; the context is what lies below it.</param>
    /// <param name="revision">The revision, <see cref="Index"/> or <see cref="WorkTree"/>.</param>
    /// <param name="dockerfile">The path of the Dockerfile below the context.</param>
    /// <param name="builder">Whose rules of .dockerignore count.</param>
    /// <param name="kind">What a build of it is given.</param>
    public static ReadOutcome ReadGit(
        string repository, string revision, string dockerfile, Builder builder, ContextKind kind = ContextKind.Checkout)
    {
        if (GitRepository.Open(repository, out var foreign) is not { } found)
        {
            return ReadOutcome.Failed($"{revision} is neither a directory nor a git revision: {foreign}");
        }

        using var objects = new GitObjects(found.Git);
        if (GitTree.Read(found, revision, objects, out var entries, kind == ContextKind.Checkout) is { } problem)
        {
            return ReadOutcome.Failed(problem);
        }

        var all = ContextManifest.Create(entries);
        if (Text(dockerfile, ReadLimit.Dockerfile, out problem) is not { } bytes)
        {
            return ReadOutcome.Failed(problem is null ? $"{revision}: there is no {dockerfile}" : $"cannot read {dockerfile} of "
                + $"{revision}: {problem}");
        }

        string? unreadable = null;
        var rules = kind == ContextKind.GitUrl ? IgnoreRules.None : Rules(IgnoreNames(dockerfile, builder), IgnoreFile, [], builder);
        return unreadable is not null ? ReadOutcome.Failed(unreadable)
            : rules.Problems is [var wrong, ..] ? ReadOutcome.Failed($"{revision}: .dockerignore {wrong}")
            : new ReadOutcome(new BuildFiles(SourceText.FromBytes(bytes, dockerfile), ContextManifest.Create(entries, rules), true)
            {
                Ignored = rules,
            }, null);

        byte[]? IgnoreFile(string name)
        {
            if (unreadable is not null)
            {
                return null;
            }

            if (revision == WorkTree)
            {
                return ReadIgnoreFile(Path.Combine(repository, name), out unreadable);
            }

            var text = Text(name, ReadLimit.IgnoreFile, out var reason);
            unreadable = reason is null ? null : $"cannot read {name} of {revision}: {reason}";
            return text;
        }

        // Null without a reason when there is no such file.
        byte[]? Text(string name, ReadLimit limit, out string? reason)
        {
            reason = null;
            var path = ContextPath.FromRoot(name);
            if (revision == WorkTree)
            {
                var full = Path.Combine(repository, path);
                byte[] read = [];
                var isThere = DiskPath.Exists(full);
                reason = isThere ? RegularFile.TryRead(full, limit, out read) : null;
                return isThere && reason is null ? read : null;
            }

            if (all.Resolve(path) is not { } real || all.Find(real) is not { } entry)
            {
                reason = all.Find(path) is null ? null : "it is a link that leads nowhere in the context";
                return null;
            }

            if (entry.Content?.Digest is not { } digest)
            {
                reason = "it is a folder";
                return null;
            }

            var content = objects.Read(digest, limit);
            reason = content.Problem;
            return content.Content;
        }
    }

    // BuildKit reads the file named after the Dockerfile in place of the common one.
    internal static IEnumerable<string> IgnoreNames(string dockerfile, Builder builder) =>
        builder == Builder.BuildKit ? [dockerfile + ".dockerignore", ".dockerignore"] : [".dockerignore"];

    private static IgnoreRules Rules(
        IEnumerable<string> names, Func<string, byte[]?> read, Dictionary<string, byte[]> known, Builder builder)
    {
        foreach (var name in names)
        {
            if (read(name) is { } bytes)
            {
                known[ContextPath.FromRoot(name)] = bytes;
                return IgnoreRules.Parse(SourceText.FromBytes(bytes, name).Text, builder);
            }
        }

        return IgnoreRules.None;
    }

    /// <summary>Reads a .dockerignore file, which belongs to the tree it lies in: null when there is none, or it cannot be read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problem">Why it cannot be read; null when it was, and when there is none.</param>
    public static byte[]? ReadIgnoreFile(string path, out string? problem)
    {
        problem = null;
        if (DiskPath.Status(path, followsLinks: false).Kind == DiskKind.None)
        {
            return null;
        }

        byte[] bytes = [];
        var reason = SourceTree.Around(path).Refuse(path) ?? RegularFile.TryRead(path, ReadLimit.IgnoreFile, out bytes);
        problem = reason is null ? null : $"cannot read {path}: {reason}";
        return reason is null ? bytes : null;
    }
}
