namespace Dockerlint.Verification;

/// <summary>Something that happened during a verification, for those who look on.</summary>
/// <param name="Kind">What.</param>
/// <param name="Step">The step's name as the engine gives it; it may hold anything.</param>
/// <param name="Text">A line of its log, or the error; empty otherwise.</param>
public readonly record struct BuildProgress(BuildProgressKind Kind, string Step, string Text);
