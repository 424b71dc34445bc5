namespace Dockerlint.Cache;

/// <summary>Something that made a step run again.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The file or name, or the reason in words.</param>
/// <param name="Count">In how many builds.</param>
public sealed record StepBreaker(CauseKind Kind, string Name, int Count);
