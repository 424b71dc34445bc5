using System.Globalization;
using Dockerlint.Linting;
using Dockerlint.Semantics.Context;

namespace Dockerlint.Playground;

/// <summary>A build context of files that exist as a list only.</summary>
internal static class MadeUpContext
{
    private const int FileMode = 0b110_100_100;
    private const int FolderMode = 0b111_101_101;

    /// <summary>The context that a question tells of; null when it tells of none.</summary>
    internal static LintContext? Of(Question question) => string.IsNullOrWhiteSpace(question.Files) ? null
        : new LintContext(() => Ignore(question), _ => new ContextListing(ContextManifest.Create(Entries(question)), []));

    /// <summary>The .dockerignore file; null when it is blank, as a file that is not there.</summary>
    internal static string? Ignore(Question question) => string.IsNullOrWhiteSpace(question.Ignore) ? null : question.Ignore;

    /// <summary>All files, with the Dockerfile itself, which lies in a context unless somebody keeps it elsewhere.</summary>
    internal static IEnumerable<ContextEntry> Entries(Question question)
    {
        var listed = (question.Files ?? "").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#')
            .Select(Entry).OfType<ContextEntry>().ToList();
        if (listed.TrueForAll(entry => entry.Path != "Dockerfile"))
        {
            listed.Add(File("Dockerfile", question.Text.Length, question.Text));
        }

        if (Ignore(question) is { } ignore && listed.TrueForAll(entry => entry.Path != ".dockerignore"))
        {
            listed.Add(File(".dockerignore", ignore.Length, ignore));
        }

        return listed;
    }

    private static ContextEntry? Entry(string line)
    {
        if (line.Split("->") is [var link, var target])
        {
            return Path(link) is { } place
                ? new ContextEntry(place, ContextEntryKind.SymbolicLink) { LinkTarget = target.Trim() } : null;
        }

        var colon = line.LastIndexOf(':');
        var size = colon > 0 && long.TryParse(line.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            ? bytes : (long?)null;
        var name = size is null ? line : line[..colon];
        return Path(name) is not { } path ? null
            : name.EndsWith('/') ? new ContextEntry(path, ContextEntryKind.Directory) { Mode = FolderMode }
            : File(path, size ?? 1000, path);
    }

    private static string? Path(string text) =>
        ContextPath.FromRoot(ContextPath.Clean("/" + text.Trim().Replace('\\', '/'))) is { Length: > 0 } path ? path : null;

    private static ContextEntry File(string path, long size, string content) => new(path, ContextEntryKind.File)
    {
        Mode = FileMode,
        Size = size,
        Content = ContextContent.FromDigest("made up " + content),
    };
}
