namespace Dockerlint.Cache;

/// <summary>Where a path of a stage leads, links followed.</summary>
/// <param name="Path">The real path without a leading slash.</param>
/// <param name="Node">What is there; null when nothing is, or nobody knows.</param>
/// <param name="Unseen">An identity of what may be there, where nobody knows.</param>
internal sealed record StagePath(string Path, StageNode? Node, string? Unseen)
{
    internal bool IsMissing => Node is null && Unseen is null;
}
