using Dockerlint.Linting;
using Dockerlint.Optimizer;
using Dockerlint.Rules;
using Dockerlint.Session;
using Dockerlint.Verification;

namespace Dockerlint.Cli.Config;

/// <summary>Configuration files as this program reads them: they may speak of the rules of all its commands.</summary>
internal static class Configurations
{
    /// <summary>A reader of configuration files.</summary>
    /// <param name="file">The file that the command line names; null to look for one.</param>
    internal static ConfigLoader Loader(string? file) => new(file, OtherRules);

    /// <summary>The rules of other commands than lint.</summary>
    internal static IEnumerable<RuleInfo> OtherRules() => [.. BudgetRules.All, .. VerificationRules.Create()];
}
