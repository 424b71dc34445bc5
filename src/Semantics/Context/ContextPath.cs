namespace Dockerlint.Semantics.Context;

/// <summary>Slash-separated paths, cleaned as Go's <c>path.Clean</c> does.</summary>
public static class ContextPath
{
    /// <summary>The path as seen from the root of a tree: without dots, doubled and outer slashes; the root is empty.</summary>
    public static string FromRoot(string path) => Clean("/" + path)[1..];

    /// <summary>The shortest equal path: <c>.</c> for an empty one, a leading <c>..</c> kept in a relative one.</summary>
    public static string Clean(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var isRooted = path.StartsWith('/');
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part is "" or ".")
            {
                continue;
            }

            if (part == ".." && parts.Count > 0 && parts[^1] != "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".." || !isRooted)
            {
                parts.Add(part);
            }
        }

        var joined = string.Join('/', parts);
        return isRooted ? "/" + joined : joined.Length == 0 ? "." : joined;
    }

    /// <summary>The last part of a path, as Go's <c>path.Base</c>: <c>/</c> for the root, <c>.</c> for an empty path.</summary>
    public static string Base(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var trimmed = path.TrimEnd('/');
        return trimmed.Length > 0 ? trimmed[(trimmed.LastIndexOf('/') + 1)..] : path.Length > 0 ? "/" : ".";
    }

    /// <summary>The directory a path lies in; empty for the top level.</summary>
    public static string Parent(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var slash = path.LastIndexOf('/');
        return slash < 0 ? "" : path[..slash];
    }

    /// <summary>A path below a directory; an empty directory is the root.</summary>
    public static string Join(string directory, string name) => string.IsNullOrEmpty(directory) ? name : directory + "/" + name;
}
