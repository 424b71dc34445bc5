using Dockerlint.Workspace;

namespace Dockerlint.Session;

/// <summary>Where configuration files are looked for.</summary>
public static class ConfigFiles
{
    private static readonly string[] s_names = [".dockerlint.yaml", ".dockerlint.yml", ".hadolint.yaml", ".hadolint.yml"];

    /// <summary>The names they have in a folder, ours before hadolint's.</summary>
    public static IReadOnlyList<string> Names => s_names;

    /// <summary>
    /// The file that holds for the files of a folder: the nearest of ours or hadolint's going up from it, then hadolint's of the
    /// current folder, then hadolint's of the user. Null when there is none.
    /// </summary>
    /// <param name="folder">An absolute path.</param>
    public static string? Find(string folder)
    {
        for (var current = folder; current is not null; current = Path.GetDirectoryName(current))
        {
            if (In(current, s_names) is { } near)
            {
                return near;
            }
        }

        return In(DiskPath.CurrentFolder, s_names) ?? OfUser();
    }

    /// <summary>The file that hadolint would read here; null when there is none.</summary>
    public static string? FindHadolint() => In(DiskPath.CurrentFolder, s_names[2..]) ?? OfUser();

    /// <summary>Whether a file is hadolint's by its name.</summary>
    public static bool IsHadolintName(string path) => Path.GetFileName(path).Contains("hadolint", StringComparison.OrdinalIgnoreCase)
        || path.Contains("/.hadolint/", StringComparison.Ordinal);

    /// <summary>Whether a file is hadolint's of the user, which no repository has a say in.</summary>
    public static bool IsOfUser(string path) => path == OfUser();

    private static string? OfUser()
    {
        var home = Environment.GetEnvironmentVariable("HOME") is { Length: > 0 } set
            ? set
            : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (home.Length == 0)
        {
            return null;
        }

        var config = Environment.GetEnvironmentVariable("XDG_CONFIG_HOME") is { Length: > 0 } given ? given : Path.Combine(home, ".config");
        return In(config, ["hadolint.yaml", "hadolint.yml"])
            ?? In(Path.Combine(home, ".hadolint"), ["hadolint.yaml", "hadolint.yml", "config.yaml", "config.yml"])
            ?? In(home, s_names[2..]);
    }

    private static string? In(string folder, IEnumerable<string> names) =>
        names.Select(name => Path.Combine(folder, name)).FirstOrDefault(IsThere);

    // A pipe or a device is found, so that it is told and not passed over.
    private static bool IsThere(string path) => DiskPath.Kind(path) is not (DiskKind.None or DiskKind.Unknown or DiskKind.Folder);
}
