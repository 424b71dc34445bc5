namespace Dockerlint.Verification;

/// <summary>A step of a build and its time.</summary>
/// <param name="Line">The line of the instruction, from 1.</param>
/// <param name="Instruction">The instruction on one line.</param>
/// <param name="IsCached">Whether the result came from the cache; such a time says nothing about the work.</param>
/// <param name="Duration">The time; null when the engine did not tell.</param>
public sealed record StepTiming(int Line, string Instruction, bool IsCached, TimeSpan? Duration);
