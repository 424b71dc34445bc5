namespace Dockerlint.Commands;

/// <summary>Folders that a script goes through: absolute, or relative to where it starts.</summary>
internal static class FolderPath
{
    /// <summary>The folder that a path means in another; null when it is not known.</summary>
    internal static string? Combine(string? folder, string? path)
    {
        if (path is null || path.StartsWith('~') || path.Contains('*', StringComparison.Ordinal))
        {
            return null;
        }

        if (path.StartsWith('/'))
        {
            return Plain("/", path);
        }

        return folder is null ? null : Plain(folder, path);
    }

    private static string? Plain(string folder, string path)
    {
        var isRooted = folder.StartsWith('/');
        var parts = new List<string>();
        foreach (var part in (folder + "/" + path).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part != "..")
            {
                if (part != ".")
                {
                    parts.Add(part);
                }
            }
            else if (parts.Count > 0 && parts[^1] != "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (!isRooted)
            {
                parts.Add("..");
            }
        }

        return (isRooted ? "/" : "") + string.Join('/', parts);
    }
}
