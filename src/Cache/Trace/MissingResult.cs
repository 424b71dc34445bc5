namespace Dockerlint.Cache;

/// <summary>A step whose key is found without its result.</summary>
/// <param name="Line">The line of what needs it; null for the target itself.</param>
/// <param name="Certainty">How sure it is that something does.</param>
internal sealed record MissingResult(int? Line, StepCertainty Certainty);
