namespace Dockerlint.Linting;

/// <summary>A file on the way through the rounds of fixing.</summary>
/// <param name="Input">The file.</param>
/// <param name="Text">What linting it gave.</param>
internal sealed record FixState(LintInput Input, LintedText Text);
