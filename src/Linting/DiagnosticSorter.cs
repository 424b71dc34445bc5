namespace Dockerlint.Linting;

/// <summary>The one order of findings: place, then rule, then message, so that the order of rules does not show.</summary>
public static class DiagnosticSorter
{
    /// <summary>The findings in order; exact doubles (rule, span, message) are left out.</summary>
    public static IReadOnlyList<Diagnostic> Sort(IEnumerable<Diagnostic> diagnostics) =>
    [
        .. diagnostics
            .OrderBy(d => d.Span.Start)
            .ThenBy(d => d.RuleId, StringComparer.Ordinal)
            .ThenBy(d => d.Message, StringComparer.Ordinal)
            .ThenBy(d => d.Span.Length)
            .ThenBy(d => d.Severity)
            .DistinctBy(d => (d.RuleId, d.Span, d.Message)),
    ];
}
