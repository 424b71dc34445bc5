using Dockerlint.Semantics.Context;

namespace Dockerlint.Workspace;

/// <summary>
/// Lists a folder without reading contents, up to a number of entries: level by level, folders that usually hold thousands of files
/// nobody wrote last. It does not look into what .dockerignore leaves out as a whole, nor into git's own folder.
/// </summary>
public static class FolderListing
{
    private static readonly string[] s_crowded =
        ["node_modules", ".venv", "venv", "target", "vendor", "bin", "obj", ".gradle", ".terraform", "__pycache__"];

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
                foreach (var found in FolderReader.Read(Path.Combine(root, folder), static _ => true))
                {
                    var path = ContextPath.Join(folder, found.Name);
                    entries.Add(Entry(found, path));
                    if (entries.Count > most)
                    {
                        return false;
                    }

                    if (entries[^1].Kind == ContextEntryKind.Directory)
                    {
                        var below = rules.Below(state, path);
                        if (below.IsClosed || found.Name == ".git")
                        {
                            unvisited.Add(path);
                        }
                        else
                        {
                            (s_crowded.Contains(found.Name) ? crowded : pending).Enqueue((path, below));
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

    private static ContextEntry Entry(FolderEntry found, string path) => found.Kind switch
    {
        DiskKind.Link => new ContextEntry(path, ContextEntryKind.SymbolicLink) { LinkTarget = found.LinkTarget!.Replace('\\', '/') },
        DiskKind.Folder => new ContextEntry(path, ContextEntryKind.Directory),
        _ => new ContextEntry(path, ContextEntryKind.File) { Size = found.Status.Size },
    };
}
