using Dockerlint.Syntax;

namespace Dockerlint.Semantics;

/// <summary>Reads the mounts of a RUN.</summary>
public static class RunMounts
{
    /// <summary>Whether a cache or tmpfs mount of the instruction keeps a path out of the image.</summary>
    public static bool Covers(RunInstruction run, string path) => run.Mounts.Any(mount =>
        mount.Type is MountType.Cache or MountType.Tmpfs && mount.Value("target")?.Contains(path, StringComparison.Ordinal) == true);
}
