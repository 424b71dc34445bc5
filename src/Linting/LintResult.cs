namespace Dockerlint.Linting;

/// <summary>What linting one file gave.</summary>
/// <param name="Diagnostics">The findings, in the order they are reported.</param>
/// <param name="Suppressed">The findings that comments in the file switch off, in the same order.</param>
public sealed record LintResult(IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyList<Diagnostic> Suppressed)
{
    /// <summary>Whether another program should have been asked and could not be, so that its findings are missing.</summary>
    public bool LacksForeign { get; init; }

    /// <summary>
    /// What linting one file for several builds gave: what is wrong in any of them is wrong; a comment is of no use only if it is in none.
    /// </summary>
    public static LintResult Unite(IReadOnlyList<LintResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        if (results.Count == 1)
        {
            return results[0];
        }

        var unused = results
            .Select(result =>
                result.Diagnostics.Where(finding => finding.RuleId == Linter.UnusedSuppressionId).Select(finding => finding.Span))
            .Aggregate((some, others) => some.Intersect(others)).ToHashSet();
        return new LintResult(
            DiagnosticSorter.Sort(results.SelectMany(result => result.Diagnostics)
                .Where(finding => finding.RuleId != Linter.UnusedSuppressionId || unused.Contains(finding.Span))),
            DiagnosticSorter.Sort(results.SelectMany(result => result.Suppressed)))
        {
            LacksForeign = results.Any(result => result.LacksForeign),
        };
    }
}
