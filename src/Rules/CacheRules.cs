using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DK1: cached layers that are lost needlessly.</summary>
internal static class CacheRules
{
    /// <summary>A new instance of each, in the order of their ids.</summary>
    internal static Rule[] Create() =>
    [
        new InstallAfterBroadCopy(),
        new VolatileValueEarly(),
        new VolatileLabelEarly(),
        new IndexUpdateAlone(),
        new MissingCacheMount(),
        new MutableAdd(),
        new CachedMovingDownload(),
        new GitFolderCopied(),
        new RepeatedExpensiveStep(),
        new MissingLink(),
    ];
}
