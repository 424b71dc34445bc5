namespace Dockerlint.Playground;

/// <summary>A step of a simulated build.</summary>
/// <param name="Line">The line.</param>
/// <param name="Stage">The stage; null before the first one.</param>
/// <param name="Instruction">The instruction on one line.</param>
/// <param name="Status">What the builder does with it.</param>
/// <param name="Certainty">How sure that is.</param>
/// <param name="Cause">Why; null when there is nothing to explain.</param>
/// <param name="Seconds">What it is taken to need when it is done; null when it is nothing to the cache.</param>
internal sealed record ShownStep(
    int Line, string? Stage, string Instruction, string Status, string Certainty, string? Cause, double? Seconds);
