using System.CommandLine;

namespace Dockerlint.Cli;

/// <summary><c>dockerlint cache</c>: what a build reuses.</summary>
internal static class CacheCommand
{
    internal static Command Create() => new("cache", "Says which steps a build reuses from its cache, which it does again, and why.")
    {
        CacheDiffCommand.Create(),
        CacheSimulateCommand.Create(),
        CacheExplainCommand.Create(),
        CacheReplayCommand.Create(),
        CacheOptimizeCommand.Create(),
        CacheCheckCommand.Create(),
        CacheReportCommand.Create(),
    };
}
