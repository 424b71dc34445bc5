using Dockerlint.Syntax;

namespace Dockerlint.Semantics;

/// <summary>Reads the mounts of a RUN.</summary>
public static class RunMounts
{
    /// <summary>Whether a cache or tmpfs mount of the instruction has a target in which the text occurs.</summary>
    public static bool Covers(RunInstruction run, string path) =>
        KeptOut(run).Any(target => target.Contains(path, StringComparison.Ordinal));

    /// <summary>
    /// Whether a cache or tmpfs mount keeps what is written below a directory out of the image: its target is the directory or one
    /// around it. A target with a variable may be any directory and counts.
    /// </summary>
    /// <param name="run">The instruction.</param>
    /// <param name="directory">The directory; one that begins with <c>~/</c> may be in any home.</param>
    public static bool KeepsOut(RunInstruction run, string directory) => KeptOut(run).Any(mount =>
    {
        var target = mount.TrimEnd('/');
        return target.Contains('$', StringComparison.Ordinal)
            || (directory.StartsWith("~/", StringComparison.Ordinal)
                ? Prefixes(directory[1..]).Any(part => target.EndsWith(part, StringComparison.Ordinal)) || target is "/root"
                : directory == target || directory.StartsWith(target + "/", StringComparison.Ordinal));
    });

    private static IEnumerable<string> Prefixes(string path)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOf('/', end - 1))
        {
            yield return path[..end];
        }
    }

    private static IEnumerable<string> KeptOut(RunInstruction run) => run.Mounts
        .Where(mount => mount.Type is MountType.Cache or MountType.Tmpfs)
        .Select(mount => mount.Value("target"))
        .OfType<string>();
}
