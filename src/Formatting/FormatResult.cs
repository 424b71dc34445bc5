using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Formatting;

/// <summary>What formatting a file came to.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Before">The file as it was.</param>
/// <param name="After">The file as it is to be; the same tree unless it was formatted.</param>
public sealed record FormatResult(FormatOutcome Outcome, SyntaxTree Before, SyntaxTree After)
{
    /// <summary>What is to be said of the outcome; null when it says it all.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// Instructions that were left as they were because their layout could not be proved to mean the same: line in the source, and what
    /// differed.
    /// </summary>
    public IReadOnlyList<(int Line, string Difference)> LeftAlone { get; init; } = [];

    /// <summary>The steps that the next build does again because of the change; computed when first asked for.</summary>
    public RebuiltSteps Rebuilt => _rebuilt ??= Outcome == FormatOutcome.Formatted ? StepKeys.Compare(Before, After) : RebuiltSteps.None;

    /// <summary>The text as it is to be.</summary>
    public SourceText Text => After.Source;

    private RebuiltSteps? _rebuilt;
}
