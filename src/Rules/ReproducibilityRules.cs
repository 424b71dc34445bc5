using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DK5: builds that differ from day to day.</summary>
internal static class ReproducibilityRules
{
    /// <summary>A new instance of each, in the order of their ids.</summary>
    internal static Rule[] Create() =>
    [
        new BaseWithoutDigest(),
        new LockFileIgnored(),
        new InstallWithoutLockFile(),
        new DependenciesUpdated(),
        new MovingDownload(),
        new SystemUpgraded(),
        new MovingClone(),
        new MovingGitSource(),
        new BuildTimeStamp(),
    ];
}
