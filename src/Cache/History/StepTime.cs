namespace Dockerlint.Cache;

/// <summary>How long a step takes when it is done again.</summary>
/// <param name="Seconds">The seconds.</param>
/// <param name="IsEstimate">Whether it is an estimate by the kind of command and was not measured.</param>
public readonly record struct StepTime(double Seconds, bool IsEstimate);
