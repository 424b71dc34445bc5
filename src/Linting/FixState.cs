namespace Dockerlint.Linting;

/// <summary>A text on its way through the rounds of fixing.</summary>
/// <param name="Input">The text.</param>
/// <param name="Result">What is found in it.</param>
internal readonly record struct FixState(LintInput Input, LintResult Result);
