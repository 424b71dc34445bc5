namespace Dockerlint.Semantics.Context;

/// <summary>What a folder holds before .dockerignore takes anything away, as far as somebody looked.</summary>
public sealed class ContextListing
{
    private readonly HashSet<string> _unvisited;

    /// <summary>Makes a listing.</summary>
    /// <param name="files">The entries that were seen.</param>
    /// <param name="unvisited">The folders nobody looked into; the empty path when the root was not read to its end.</param>
    public ContextListing(ContextManifest files, IEnumerable<string> unvisited)
    {
        Files = files;
        _unvisited = unvisited.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>A folder nothing is known of.</summary>
    public static ContextListing Unknown { get; } = new(ContextManifest.Empty, [""]);

    /// <summary>The entries that were seen.</summary>
    public ContextManifest Files { get; }

    /// <summary>Whether all there is was seen.</summary>
    public bool IsComplete => _unvisited.Count == 0;

    /// <summary>Whether nobody looked into the folder.</summary>
    public bool IsUnvisited(string folder) => _unvisited.Contains(folder);

    /// <summary>Whether a path that is not among the entries may exist all the same.</summary>
    public bool MayHide(string path)
    {
        for (var above = ContextPath.Parent(path); above.Length > 0; above = ContextPath.Parent(above))
        {
            if (_unvisited.Contains(above))
            {
                return true;
            }
        }

        return _unvisited.Contains("");
    }
}
