using Dockerlint.Linting;
using Dockerlint.Linting.Config;
using Dockerlint.Text;

namespace Dockerlint.Cli;

/// <summary>The findings of another program with the severities of a configuration.</summary>
internal sealed class WeighedChecks(IForeignChecks checks, ResolvedConfig config) : IForeignChecks
{
    /// <inheritdoc/>
    public IReadOnlyList<Diagnostic> Check(SourceText source) => config.ShellCheckSeverities.Length == 0
        ? checks.Check(source)
        :
        [
            .. checks.Check(source).Select(finding => finding with { Severity = config.ShellCheckSeverity(finding.RuleId, finding.Severity) })
                .Where(finding => finding.Severity != Severity.Ignore),
        ];
}
