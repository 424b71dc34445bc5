using Dockerlint.Cache;

namespace Dockerlint.Workspace;

/// <summary>A history that was read, or why it could not be.</summary>
/// <param name="Commits">The commits, oldest first; null when they could not be read.</param>
/// <param name="Problem">What went wrong; null when nothing did.</param>
public sealed record HistoryOutcome(IReadOnlyList<HistoryCommit>? Commits, string? Problem)
{
    internal static HistoryOutcome Failed(string problem) => new(null, problem);
}
