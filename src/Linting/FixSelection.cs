using System.Collections.Immutable;

namespace Dockerlint.Linting;

/// <summary>Which fixes are wanted.</summary>
/// <param name="Most">The boldest fixes that may be applied; <see cref="Applicability.Manual"/> ones never are.</param>
/// <param name="RuleIds">The rules whose findings are fixed; null for all.</param>
public sealed record FixSelection(Applicability Most, ImmutableHashSet<string>? RuleIds = null)
{
    /// <summary>The fix to apply for a finding: the first of its alternatives that is wanted; null when there is none.</summary>
    public Fix? Choose(Diagnostic finding) => RuleIds?.Contains(finding.RuleId) == false
        ? null
        : finding.Fixes.FirstOrDefault(fix => fix.Applicability != Applicability.Manual && fix.Applicability <= Most);
}
