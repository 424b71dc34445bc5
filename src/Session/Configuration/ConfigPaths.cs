using Dockerlint.Linting.Config;
using Dockerlint.Workspace;

namespace Dockerlint.Session;

/// <summary>
/// Whether patterns of a configuration speak of a file: those of a .gitignore, relative to the folder of the configuration.
/// </summary>
public static class ConfigPaths
{
    /// <summary>Whether an override of a layer holds for a file.</summary>
    public static bool Applies(ConfigLayer layer, ConfigOverride item, string path) => Match(layer, item.Paths, path);

    /// <summary>Whether a layer leaves a file out of the search of directories.</summary>
    public static bool Excludes(ConfigLayer layer, string path) => Match(layer, layer.Exclude, path);

    private static bool Match(ConfigLayer layer, IEnumerable<Setting<string>> patterns, string path)
    {
        if (path == "-")
        {
            return false;
        }

        var relative = Path.GetRelativePath(layer.Folder ?? DiskPath.CurrentFolder, DiskPath.Full(path)).Replace('\\', '/');
        if (relative.StartsWith("../", StringComparison.Ordinal))
        {
            return false;
        }

        // The last pattern that fits the file or a folder above it decides.
        var matches = false;
        foreach (var rule in patterns.Select(pattern => IgnoreRule.Read(pattern.Value)).OfType<IgnoreRule>())
        {
            for (var end = relative.Length; end > 0; end = relative.LastIndexOf('/', end - 1))
            {
                if (rule.Matches(relative[..end], isFolder: end < relative.Length))
                {
                    matches = !rule.IsNegated;
                    break;
                }
            }
        }

        return matches;
    }
}
