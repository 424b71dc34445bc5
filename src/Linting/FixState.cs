using Dockerlint.Text;

namespace Dockerlint.Linting;

/// <summary>A file on the way through the rounds of fixing, in each of the builds it is linted for.</summary>
/// <param name="Inputs">The file, once for each build; the text is the same in all of them.</param>
/// <param name="Texts">What linting it gave, in the same order.</param>
internal sealed record FixState(IReadOnlyList<LintInput> Inputs, IReadOnlyList<LintedText> Texts)
{
    private readonly Lazy<IReadOnlyList<ILookup<(string RuleId, TextSpan Span), Diagnostic>>> _findings = new(() =>
        [.. Texts.Select(text => text.Result.Diagnostics.ToLookup(finding => (finding.RuleId, finding.Span)))]);

    /// <summary>The file in its first build.</summary>
    internal LintInput Input => Inputs[0];

    /// <summary>What linting it in its first build gave.</summary>
    internal LintedText Text => Texts[0];

    /// <summary>What is wrong in any of its builds.</summary>
    internal LintResult Result => LintResult.Unite([.. Texts.Select(text => text.Result)]);

    /// <summary>Lints a file in each of its builds.</summary>
    internal static FixState Of(Linter linter, IReadOnlyList<LintInput> inputs) =>
        new(inputs, [.. inputs.Select(input => linter.Examine(input))]);

    /// <summary>Whether the linting of every build offers a fix.</summary>
    internal bool IsForAll(ChosenFix chosen, FixSelection selection) =>
        Enumerable.Range(0, Texts.Count).All(build => Twin(build, chosen, selection) is not null);

    /// <summary>The finding for which the linting of a build offers the very same fix; null when it does not.</summary>
    internal Diagnostic? Twin(int build, ChosenFix chosen, FixSelection? selection = null) => Texts.Count == 1 ? chosen.Finding
        : _findings.Value[build][(chosen.Finding.RuleId, chosen.Finding.Span)].FirstOrDefault(finding =>
            (selection is null ? finding.Fixes : selection.Choose(finding) is { } fix ? [fix] : []).Any(fix => IsSame(fix, chosen.Fix)));

    private static bool IsSame(Fix one, Fix other) => one.Title == other.Title && one.Edits.Edits.SequenceEqual(other.Edits.Edits)
        && one.IgnoreLines.SequenceEqual(other.IgnoreLines, StringComparer.Ordinal);
}
