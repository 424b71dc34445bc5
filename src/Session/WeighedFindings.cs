using Dockerlint.Linting;
using Dockerlint.Linting.Config;
using Dockerlint.Rules;
using Dockerlint.Syntax;

namespace Dockerlint.Session;

/// <summary>What another program finds, as grave as the configuration wants it.</summary>
public sealed class WeighedFindings(IForeignLinter linter, ResolvedConfig config) : IForeignLinter
{
    private static readonly Lazy<HashSet<string>> s_own = new(() =>
        [.. RuleCatalog.All.Select(rule => rule.Info.Id).Where(RuleSelector.IsShellCheck)]);

    /// <inheritdoc/>
    public IReadOnlyList<Diagnostic>? Find(SyntaxTree tree)
    {
        var found = linter.Find(tree);
        if (found is not null && config.ChecksScripts)
        {
            // What our own checks look for is theirs to tell.
            found = [.. found.Where(finding => !s_own.Value.Contains(finding.RuleId))];
        }

        return found is null || config.ShellCheckSeverities.Length == 0
            ? found
            :
            [
                .. found.Select(finding => finding with { Severity = config.ShellCheckSeverity(finding.RuleId, finding.Severity) })
                    .Where(finding => finding.Severity != Severity.Ignore),
            ];
    }
}
