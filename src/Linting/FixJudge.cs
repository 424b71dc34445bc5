using Dockerlint.Text;

namespace Dockerlint.Linting;

/// <summary>Tells whether a set of fixes did what they promised and nothing else.</summary>
public static class FixJudge
{
    /// <summary>What got worse, or null when every fixed finding is gone and none came that was not there before.</summary>
    /// <param name="before">The findings before the edits.</param>
    /// <param name="after">The findings after them.</param>
    /// <param name="edits">All edits of the fixes.</param>
    /// <param name="fixes">The fixes.</param>
    public static string? FindProblem(LintResult before, LintResult after, EditSet edits, IReadOnlyList<ChosenFix> fixes)
    {
        var mayReveal = fixes.Any(fix => fix.Fix.Reveals);
        foreach (var finding in after.Diagnostics)
        {
            if (IsNew(finding, before, edits)
                && (!mayReveal || finding.RuleId is Linter.SyntaxErrorId or Linter.InternalErrorId || fixes.Any(fix => fix.Finding.RuleId == finding.RuleId)))
            {
                return $"it would cause {finding.RuleId} ({finding.Message})";
            }
        }

        return fixes.FirstOrDefault(fix => Stays(fix.Finding, before, after, edits)) is { } vain ? $"{vain.Finding.RuleId} would still be found" : null;
    }

    // A finding that was there before says the same, or stands at the same place: a message may quote what a fix changed, and a
    // fix may move what a finding is about.
    private static bool IsNew(Diagnostic finding, LintResult before, EditSet edits) => !before.Diagnostics.Any(old => old.RuleId == finding.RuleId
        && (old.Message == finding.Message || IsAt(finding.Span.Start, old.Span.Start, edits)));

    private static bool Stays(Diagnostic finding, LintResult before, LintResult after, EditSet edits)
    {
        bool IsSame(Diagnostic other) => other.RuleId == finding.RuleId && other.Message == finding.Message;
        return after.Diagnostics.Any(other => IsSame(other) && IsAt(other.Span.Start, finding.Span.Start, edits))
            && after.Diagnostics.Count(IsSame) >= before.Diagnostics.Count(IsSame);
    }

    // Text inserted at the very place may stand before or behind it.
    private static bool IsAt(int after, int before, EditSet edits) =>
        after == Map(before, edits, isBehind: false) || after == Map(before, edits, isBehind: true);

    private static int Map(int offset, EditSet edits, bool isBehind)
    {
        var shift = 0;
        foreach (var (span, text) in edits.Edits)
        {
            if (span.Start > offset || (span.Start == offset && !(isBehind && span.IsEmpty)))
            {
                break;
            }

            if (span.End > offset)
            {
                return span.Start + shift;
            }

            shift += text.Length - span.Length;
        }

        return offset + shift;
    }
}
