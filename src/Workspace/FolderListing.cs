using Dockerlint.Semantics.Context;

namespace Dockerlint.Workspace;

/// <summary>
/// Lists a folder without reading contents, up to a number of entries: level by level, folders that usually hold thousands of files
/// nobody wrote last. It does not look into what .dockerignore leaves out as a whole, nor into git's own folder.
/// </summary>
public static class FolderListing
{
    private static readonly string[] s_crowded = ["node_modules", ".venv", "venv", "target", "vendor", "bin", "obj", ".gradle", ".terraform", "__pycache__"];

    private static readonly EnumerationOptions s_all = new() { AttributesToSkip = 0, IgnoreInaccessible = false, ReturnSpecialDirectories = false };

    /// <summary>Lists a folder; what cannot be read counts as not looked into.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="rules">Its .dockerignore rules.</param>
    /// <param name="most">After so many entries no further folder is entered.</param>
    public static ContextListing Read(string root, IgnoreRules rules, int most)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var entries = new List<ContextEntry>();
        var unvisited = new List<string>();
        var pending = new Queue<(string Path, IgnoreState State)>([("", default)]);
        var crowded = new Queue<(string Path, IgnoreState State)>();
        while (pending.TryDequeue(out var folder) || crowded.TryDequeue(out folder))
        {
            if (entries.Count >= most || !TryVisit(folder.Path, folder.State))
            {
                unvisited.Add(folder.Path);
            }
        }

        return new ContextListing(ContextManifest.FromFiltered(entries), unvisited);

        bool TryVisit(string folder, IgnoreState state)
        {
            try
            {
                foreach (var info in new DirectoryInfo(Path.Combine(root, folder)).EnumerateFileSystemInfos("*", s_all))
                {
                    var path = ContextPath.Join(folder, info.Name);
                    entries.Add(Entry(info, path));
                    if (entries.Count > most)
                    {
                        return false;
                    }

                    if (entries[^1].Kind == ContextEntryKind.Directory)
                    {
                        var below = rules.Below(state, path);
                        if (below.IsClosed || info.Name == ".git")
                        {
                            unvisited.Add(path);
                        }
                        else
                        {
                            (s_crowded.Contains(info.Name) ? crowded : pending).Enqueue((path, below));
                        }
                    }
                }

                return true;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }
    }

    private static ContextEntry Entry(FileSystemInfo info, string path) =>
        info.LinkTarget is { } target ? new ContextEntry(path, ContextEntryKind.SymbolicLink) { LinkTarget = target.Replace('\\', '/') }
        : info is FileInfo file ? new ContextEntry(path, ContextEntryKind.File) { Size = file.Length }
        : new ContextEntry(path, ContextEntryKind.Directory);
}
