using System.Collections.Concurrent;
using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.Workspace;

/// <summary>
/// Finds the build context that a Dockerfile is linted with: the folder that the command line names, or else the folder of the
/// file where it looks like one. May be used from several threads.
/// </summary>
/// <param name="named">The folder from the command line; null to look for one.</param>
public sealed class BuildContexts(string? named)
{
    // Looking into a context nobody asked for must not be felt.
    private const int MostEntries = 4_000;
    private const int MostEntriesOfStated = 200_000;

    private readonly ConcurrentDictionary<(string Folder, bool IsStated, string Ignore), KnownContext> _contexts = new();

    /// <summary>The context of a file; null when none is known.</summary>
    /// <param name="path">The file.</param>
    /// <param name="described">The folder that a Compose or Bake file tells; the command line goes before it.</param>
    public KnownContext? For(string path, string? described = null)
    {
        var stated = named ?? described;
        if (path == "-")
        {
            return stated is null ? null : Open(stated, isStated: true, Path.Combine(stated, ".dockerignore"));
        }

        var folder = Path.GetDirectoryName(path) is { Length: > 0 } parent ? parent : ".";
        var common = Path.Combine(stated ?? folder, ".dockerignore");
        if (stated is null && !IsThere(common)
            && !(Path.GetFileName(path) == "Dockerfile" && DiskPath.Exists(Path.Combine(folder, ".git"))))
        {
            return null;
        }

        // BuildKit prefers the file named after the Dockerfile and beside it, wherever the context is.
        var own = path + ".dockerignore";
        return Open(stated ?? folder, stated is not null, IsThere(own) ? own : common);
    }

    // A file that is there is read at once: what it says must not be taken for nothing because it cannot be read.
    private KnownContext Open(string folder, bool isStated, string ignore) => _contexts.GetOrAdd((folder, isStated, ignore), _ =>
    {
        var bytes = WorkspaceReader.ReadIgnoreFile(ignore, out var problem);
        var text = bytes is null ? null : SourceText.FromBytes(bytes, ignore).Text;
        var known = problem is not null ? new KnownContext(null, ignore, problem) : new KnownContext(
            new LintContext(() => text, rules =>
                FolderListing.Read(folder, rules, isStated ? MostEntriesOfStated : MostEntries))
            { IsStated = isStated }, ignore, null);
        return known with { Folder = folder };
    });

    // A link to nothing is one that cannot be read, and not none.
    private static bool IsThere(string path) => DiskPath.Exists(path) || DiskPath.LinkTarget(path) is not null;
}
