using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>The rules under hadolint's codes, with the verdicts of the default profile.</summary>
internal static class HadolintRules
{
    /// <summary>A new instance of each, in the order of their ids.</summary>
    internal static Rule[] Create() =>
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
    ];
}
