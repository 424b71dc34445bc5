using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>All rules: one explicit list, since the native binary has no reflection to find them.</summary>
public static class RuleCatalog
{
    /// <summary>The rules in the order of their ids.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        new RelativeWorkdir(),
        new PointlessCommand(),
        new RootUser(),
        new CdAtStart(),
        new SudoCommand(),
        new UntaggedBaseImage(),
        new LatestBaseImage(),
        new UnpinnedAptPackages(),
        new AptListsKept(),
        new AptGetWithoutYes(),
        new AptGetWithRecommends(),
        new AddOfLocalFiles(),
        new DuplicateStageName(),
        new ShellFormCommand(),
        new AptCommand(),
        new PipCacheKept(),
        new ConsecutiveRuns(),
        new MaintainerInstructionUsed(),
        new RepeatedCmd(),
        new RepeatedEntrypoint(),
        new PipeWithoutPipefail(),
        new MismatchedAsCasing(),
        new MixedCaseStageName(),
        new UndefinedVariable(),
    ];
}
