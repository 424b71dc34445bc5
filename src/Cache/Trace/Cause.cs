namespace Dockerlint.Cache;

/// <summary>Why a step is rebuilt, or why nobody can tell.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Detail">The reason in words, with names from the Dockerfile and the context.</param>
/// <param name="Line">The line to look at, from 1; null when there is none, as for a build option.</param>
public sealed record Cause(CauseKind Kind, string Detail, int? Line)
{
    /// <summary>The files or names behind it, in order; empty where the kind says it all.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];
}
