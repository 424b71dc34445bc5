using Dockerlint.Syntax;

namespace Dockerlint.Linting;

/// <summary>Findings that were not made by a walk over a tree, settled as the linter settles its own.</summary>
public static class ForeignFindings
{
    /// <summary>Applies configured severities, takes out what comments in the file switch off, and sorts.</summary>
    /// <param name="tree">The file.</param>
    /// <param name="found">The findings.</param>
    /// <param name="rules">The rules behind them.</param>
    /// <param name="config">The configuration.</param>
    public static LintResult Settle(SyntaxTree tree, IEnumerable<Diagnostic> found, IEnumerable<RuleInfo> rules, LintConfig config)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(config);
        var names = rules.ToDictionary(rule => rule.Id, rule => (IReadOnlyList<string>)[rule.Id, rule.Name, .. rule.Aliases, "all"]);
        var sorted = DiagnosticSorter.Sort(found
            .Select(finding => finding with { Severity = config.Severities.GetValueOrDefault(finding.RuleId, finding.Severity) })
            .Where(finding => finding.Severity != Severity.Ignore).ToList());
        if (config.Settings.IgnoresPragmas)
        {
            return new LintResult(config.Sure(sorted), []);
        }

        var suppressions = new SuppressionMap(tree);
        var groups = sorted.ToLookup(finding => names.TryGetValue(finding.RuleId, out var known) && suppressions.Covers(finding, known));
        return new LintResult(config.Sure(groups[false]), config.Sure(groups[true]));
    }
}
