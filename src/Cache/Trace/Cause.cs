namespace Dockerlint.Cache;

/// <summary>Why a step is rebuilt, or why nobody can tell.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Detail">The reason in words, with names from the Dockerfile and the context.</param>
/// <param name="Line">The line to look at, from 1; null when there is none, as for a build option.</param>
public sealed record Cause(CauseKind Kind, string Detail, int? Line)
{
    /// <summary>The files behind it, in order; empty where it is none. Equality leaves them out, since the detail tells of them.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Whether both say the same.</summary>
    public bool Equals(Cause? other) => other is not null && Kind == other.Kind && Detail == other.Detail && Line == other.Line;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Detail, Line);
}
