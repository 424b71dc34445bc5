namespace Dockerlint.Linting;

/// <summary>What is wrong with the result of some fixes.</summary>
/// <param name="Reason">In words, without a full stop.</param>
/// <param name="Offset">Where, in offsets of the text before.</param>
/// <param name="Fix">The fix that is to blame; null when only the place is known.</param>
public sealed record FixProblem(string Reason, int Offset, ChosenFix? Fix);
