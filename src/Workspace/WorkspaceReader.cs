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

    /// <summary>Reads a directory if there is one of that name, else a git revision of the repository around the current directory.</summary>
    /// <param name="location">A directory, <c>:index</c>, <c>:worktree</c>, a revision, or a revision with a directory as in <c>main:api</c>.</param>
    /// <param name="dockerfile">The path of the Dockerfile below the location.</param>
    /// <param name="builder">Whose rules of .dockerignore count.</param>
    public static ReadOutcome Read(string location, string dockerfile, Builder builder)
    {
        ArgumentNullException.ThrowIfNull(location);
        return Directory.Exists(location) ? ReadDirectory(location, dockerfile, builder) : ReadGit(".", location, dockerfile, builder);
    }

    /// <summary>Reads a directory. Contents are read when a step asks for them.</summary>
    public static ReadOutcome ReadDirectory(string directory, string dockerfile, Builder builder)
    {
        if (TryRead(Path.Combine(directory, dockerfile), out var bytes) is { } problem)
        {
            return ReadOutcome.Failed(problem);
        }

        var known = new Dictionary<string, byte[]>(StringComparer.Ordinal) { [ContextPath.FromRoot(dockerfile)] = bytes };
        if (Rules(IgnoreNames(dockerfile, builder), name => TryRead(Path.Combine(directory, name), out var text) is null ? text : null, known, builder)
            is not { } rules)
        {
            return ReadOutcome.Failed("cannot read .dockerignore");
        }

        if (rules.Problems is [var wrong, ..])
        {
            return ReadOutcome.Failed($"{directory}: .dockerignore {wrong}");
        }

        var walk = new DirectoryWalk(directory, rules, known);
        return walk.Run() is { } failure
            ? ReadOutcome.Failed(failure)
            : new ReadOutcome(new BuildFiles(SourceText.FromBytes(bytes, dockerfile), ContextManifest.FromFiltered(walk.Entries), false), null);
    }

    /// <summary>Reads a revision, the index or the work tree of a git repository.</summary>
    /// <param name="repository">A directory in the repository; the context is what lies below it.</param>
    /// <param name="revision">The revision, <see cref="Index"/> or <see cref="WorkTree"/>.</param>
    /// <param name="dockerfile">The path of the Dockerfile below the context.</param>
    /// <param name="builder">Whose rules of .dockerignore count.</param>
    public static ReadOutcome ReadGit(string repository, string revision, string dockerfile, Builder builder)
    {
        var git = new GitProgram(repository);
        if (GitTree.Read(git, repository, revision, out var entries, out var texts) is { } problem)
        {
            return ReadOutcome.Failed(problem);
        }

        var path = ContextPath.FromRoot(dockerfile);
        if (texts(path) is not { } bytes)
        {
            return ReadOutcome.Failed($"{revision}: there is no {dockerfile}");
        }

        var rules = Rules(IgnoreNames(dockerfile, builder), name => texts(ContextPath.FromRoot(name)), [], builder) ?? IgnoreRules.None;
        return rules.Problems is [var wrong, ..]
            ? ReadOutcome.Failed($"{revision}: .dockerignore {wrong}")
            : new ReadOutcome(new BuildFiles(SourceText.FromBytes(bytes, dockerfile), ContextManifest.Create(entries, rules), true), null);
    }

    // BuildKit reads the file named after the Dockerfile in place of the common one.
    internal static IEnumerable<string> IgnoreNames(string dockerfile, Builder builder) =>
        builder == Builder.BuildKit ? [dockerfile + ".dockerignore", ".dockerignore"] : [".dockerignore"];

    private static IgnoreRules? Rules(IEnumerable<string> names, Func<string, byte[]?> read, Dictionary<string, byte[]> known, Builder builder)
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

    private static string? TryRead(string path, out byte[] bytes)
    {
        bytes = [];
        try
        {
            bytes = File.ReadAllBytes(path);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return File.Exists(path) ? $"cannot read {path}: {exception.Message}" : $"there is no {path}";
        }
    }
}
