using Dockerlint.Syntax;

namespace Dockerlint.Semantics;

/// <summary>Reads the mounts of a RUN.</summary>
public static class RunMounts
{
    /// <summary>Whether a cache or tmpfs mount of the instruction keeps a path out of the image.</summary>
    public static bool Covers(RunInstruction run, string path) => run.Flags
        .Where(flag => flag.Name == "mount" && flag.Value is not null)
        .Select(flag => Fields(flag.Value!))
        .Any(fields => fields.GetValueOrDefault("type") is "cache" or "tmpfs" && Target(fields)?.Contains(path, StringComparison.Ordinal) == true);

    private static string? Target(Dictionary<string, string> fields) =>
        fields.GetValueOrDefault("target") ?? fields.GetValueOrDefault("dst") ?? fields.GetValueOrDefault("destination");

    private static Dictionary<string, string> Fields(string mount)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in mount.Split(','))
        {
            var equals = field.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                fields[field[..equals]] = field[(equals + 1)..].Trim('"');
            }
        }

        return fields;
    }
}
