using System.Collections.Immutable;

namespace Dockerlint.Commands;

/// <summary>Where tools keep what they fetched and nobody reads again, for whoever looks at files instead of commands.</summary>
public static class PackageCaches
{
    private const string RootHome = "/root/";

    private static readonly string[] s_tools =
    [
        "apt-get", "apk", "dnf", "zypper", "pacman", "pip", "uv", "poetry", "npm", "yarn", "pnpm", "bun", "bundle", "gem", "composer",
        "cargo", "go", "mvn", "gradle", "sbt", "dotnet", "conda", "mix", "dart",
    ];

    /// <summary>
    /// The folder of a cache that a file lies in, with a leading slash; null for none. A cache in the home of root has its like in every
    /// other home.
    /// </summary>
    /// <param name="path">The path of the file from the root.</param>
    /// <param name="homes">The homes of the users besides /root and those below /home.</param>
    public static string? FolderOf(string path, IReadOnlyCollection<string> homes)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(homes);
        var rooted = "/" + path.TrimStart('/');
        var inRoot = InHomeOfRoot(rooted, homes);
        foreach (var (folder, live) in Folders)
        {
            var isIn = IsBelow(rooted, folder);
            if (!isIn && !(folder.StartsWith(RootHome, StringComparison.Ordinal) && inRoot is not null && IsBelow(inRoot, folder)))
            {
                continue;
            }

            var (shown, rest) = isIn ? (folder, rooted[(folder.Length + 1)..])
                : (rooted[..(rooted.Length - inRoot!.Length + folder.Length)], inRoot[(folder.Length + 1)..]);
            if (!live.Contains(rest.Split('/')[0]))
            {
                return shown;
            }
        }

        return null;
    }

    private static ImmutableArray<(string Folder, ImmutableArray<string> Live)> Folders => field.IsDefault
        ? field = [.. s_tools.Select(ToolCatalog.Find).OfType<ToolSpec>().Distinct()
            .SelectMany(tool => tool.IdleFolders.Select(folder => (folder, tool.LiveParts))).DistinctBy(pair => pair.folder)]
        : field;

    private static string? InHomeOfRoot(string path, IReadOnlyCollection<string> homes)
    {
        foreach (var home in homes)
        {
            if (home.Length > 1 && IsBelow(path, home.TrimEnd('/')))
            {
                return RootHome + path[(home.TrimEnd('/').Length + 1)..];
            }
        }

        const string Homes = "/home/";
        return path.StartsWith(Homes, StringComparison.Ordinal) && path.IndexOf('/', Homes.Length) is > 0 and var end
            ? RootHome + path[(end + 1)..] : null;
    }

    private static bool IsBelow(string path, string folder) =>
        path.Length > folder.Length && path[folder.Length] == '/' && path.StartsWith(folder, StringComparison.Ordinal);
}
