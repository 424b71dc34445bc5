using Dockerlint.Text;

namespace Dockerlint.Linting;

/// <summary>What fixing a file came to.</summary>
/// <param name="Source">The text after all fixes that held.</param>
/// <param name="Before">The findings before.</param>
/// <param name="After">The findings that are left in <paramref name="Source"/>.</param>
/// <param name="Applied">The fixes that held, in the order they were applied.</param>
/// <param name="Rejected">The fixes that were undone.</param>
/// <param name="IsFinished">False when the limit of rounds was reached while there was still something to fix.</param>
public sealed record FixResult(
    SourceText Source, LintResult Before, LintResult After, IReadOnlyList<ChosenFix> Applied, IReadOnlyList<RejectedFix> Rejected,
        bool IsFinished)
{
    /// <summary>Lines to add to the .dockerignore file.</summary>
    public IReadOnlyList<string> IgnoreLines => [.. Applied.SelectMany(fix => fix.Fix.IgnoreLines).Distinct(StringComparer.Ordinal)];
}
