using Dockerlint.Linting;
using Dockerlint.Linting.Config;
using Dockerlint.Syntax;

namespace Dockerlint.Session;

/// <summary>What another program finds, as grave as the configuration wants it.</summary>
public sealed class WeighedFindings(IForeignLinter linter, ResolvedConfig config) : IForeignLinter
{
    /// <inheritdoc/>
    public IReadOnlyList<Diagnostic>? Find(SyntaxTree tree)
    {
        var found = linter.Find(tree);
        return found is null || config.ShellCheckSeverities.Length == 0
            ? found
            :
            [
                .. found.Select(finding => finding with { Severity = config.ShellCheckSeverity(finding.RuleId, finding.Severity) })
                    .Where(finding => finding.Severity != Severity.Ignore),
            ];
    }
}
