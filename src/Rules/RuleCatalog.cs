using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>All rules: one explicit list, since the native binary has no reflection to find them.</summary>
public static class RuleCatalog
{
    /// <summary>The rules in the order of their ids.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        new PointlessCommand(),
        new SudoCommand(),
        new AptGetWithoutYes(),
        new AptGetWithRecommends(),
        new DuplicateStageName(),
        new AptCommand(),
        new MaintainerInstructionUsed(),
        new RepeatedCmd(),
        new RepeatedEntrypoint(),
        new MismatchedAsCasing(),
        new MixedCaseStageName(),
    ];
}
