using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DK4: stages and the size of the image.</summary>
internal static class SizeRules
{
    /// <summary>A new instance of each, in the order of their ids.</summary>
    internal static Rule[] Create() =>
    [
        new BuildToolsShipped(),
        new UnreachableStage(),
        new DeletedInLaterLayer(),
        new ChangedAfterCopy(),
        new RecursiveChange(),
        new InstalledThenRemoved(),
        new EmptyStageCopied(),
        new CondaCacheKept(),
        new ArchiveKept(),
        new DevDependenciesShipped(),
    ];
}
