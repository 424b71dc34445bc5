using Dockerlint.Semantics.Context;

namespace Dockerlint.Verification;

/// <summary>The folders a container wrote to, each as an option that makes it writable alone.</summary>
internal static class WrittenFolders
{
    private const int Most = 12;

    internal static List<BoxRelief> Of(IReadOnlyList<string> changes, IReadOnlyList<string> volumes, ImageTree tree)
    {
        var changed = changes.ToHashSet(StringComparer.Ordinal);
        var parents = changes.Select(path => ContextPath.Parent(path.TrimStart('/'))).Select(path => "/" + path)
            .ToHashSet(StringComparer.Ordinal);
        var folders = changes.Where(path => !parents.Contains(path)).Select(path => Folder(path, tree))
            .Where(path => path != "/tmp" && !IsBelow(path, "/tmp") && !volumes.Any(volume => path == volume || IsBelow(path, volume)))
            .Distinct().ToList();
        folders = [.. folders.Where(path => !folders.Any(other => IsBelow(path, other))).Order(StringComparer.Ordinal)];
        return folders.Contains("/") || folders.Count is 0 or > Most ? [] : [.. folders.Select(path => Relief(path, tree))];
    }

    // The nearest folder above that the image has; one that the container made has no place in it.
    private static string Folder(string path, ImageTree tree)
    {
        if (tree.Find(path) is { Kind: ImageFileKind.Directory })
        {
            return path;
        }

        var folder = ContextPath.Parent(path.TrimStart('/'));
        while (folder.Length > 0 && tree.Find(folder) is not { Kind: ImageFileKind.Directory })
        {
            folder = ContextPath.Parent(folder);
        }

        return "/" + folder;
    }

    // A file system in memory hides what the image has there; a volume begins with it, and with its owner.
    private static BoxRelief Relief(string path, ImageTree tree) => tree.HasFilesBelow(path)
        ? new($"--volume {path}", box => box with { Volumes = box.Volumes.Add(path) })
        : new($"--tmpfs {path}", box => box with { TemporaryDirectories = box.TemporaryDirectories.Add(path) });

    private static bool IsBelow(string path, string folder) =>
        path.Length > folder.Length && path.StartsWith(folder, StringComparison.Ordinal) && (folder == "/" || path[folder.Length] == '/');
}
