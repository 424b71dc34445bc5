namespace Dockerlint.Rules;

/// <summary>Folders that a system does not work without.</summary>
internal static class SystemFolders
{
    private static readonly HashSet<string> s_folders = new(StringComparer.Ordinal)
    {
        "", "/bin", "/boot", "/dev", "/etc", "/home", "/lib", "/lib64", "/media", "/mnt", "/usr", "/usr/bin", "/usr/local", "/usr/share",
        "/var",
    };

    /// <summary>Whether a path is one of them, with or without slashes at its end.</summary>
    internal static bool Contains(string path) => path.StartsWith('/') && s_folders.Contains(path.TrimEnd('/'));
}
