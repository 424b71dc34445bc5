namespace Dockerlint.Rules;

/// <summary>
/// Absolute paths inside a stage, also where the working directory is the unknown one of a base image: <see cref="Base"/> stands for
/// that, and paths below it can be compared with each other.
/// </summary>
internal static class BuildPath
{
    /// <summary>The working directory that a base image has set, whatever it is.</summary>
    internal const string Base = "?";

    /// <summary>A path seen from a folder, without dots; null when it leads out of what is known.</summary>
    internal static string? Combine(string? folder, string path)
    {
        if (folder is null || path.Contains('\\', StringComparison.Ordinal))
        {
            return null;
        }

        var isRooted = path.StartsWith('/');
        var root = isRooted || folder.StartsWith('/') ? "" : Base;
        var parts = new List<string>();
        foreach (var part in (isRooted ? path : folder[root.Length..] + "/" + path).Split('/'))
        {
            if (part == ".." && (parts.Count > 0 || root.Length == 0))
            {
                parts.RemoveRange(Math.Max(0, parts.Count - 1), Math.Min(1, parts.Count));
            }
            else if (part == "..")
            {
                return null;
            }
            else if (part is not ("" or "."))
            {
                parts.Add(part);
            }
        }

        return parts.Count == 0 && root.Length == 0 ? "/" : root + string.Concat(parts.Select(part => "/" + part));
    }

    /// <summary>The path seen from the folder it lies in, empty for the folder itself; null when it lies elsewhere.</summary>
    internal static string? Below(string folder, string? path) =>
        path is null ? null
        : path == folder ? ""
        : folder == "/" ? (path.StartsWith('/') ? path[1..] : null)
        : path.StartsWith(folder + "/", StringComparison.Ordinal) ? path[(folder.Length + 1)..]
        : null;
}
