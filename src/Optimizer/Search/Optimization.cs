using Dockerlint.Cache;
using Dockerlint.Text;

namespace Dockerlint.Optimizer;

/// <summary>What an optimizer found.</summary>
/// <param name="Before">The Dockerfile it was given.</param>
/// <param name="After">The Dockerfile with all proposals, one after the other.</param>
/// <param name="Proposals">The proposals in the order they are applied, each measured on top of those before it.</param>
/// <param name="Rejected">Changes that would help, where it cannot be shown that the image stays the same.</param>
/// <param name="History">The history with the Dockerfile of each commit, as it was.</param>
/// <param name="ReplayBefore">The history with the Dockerfile as it is.</param>
/// <param name="ReplayAfter">The history with all proposals.</param>
public sealed record Optimization(
    SourceText Before, SourceText After, IReadOnlyList<Proposal> Proposals, IReadOnlyList<Proposal> Rejected, HistoryReplay History,
    HistoryReplay ReplayBefore, HistoryReplay ReplayAfter)
{
    /// <summary>Lines for .dockerignore, each proposal measured on top of all before it.</summary>
    public IReadOnlyList<IgnoreProposal> Ignored { get; init; } = [];

    /// <summary>The history with these too.</summary>
    public HistoryReplay ReplayIgnored { get; init; } = ReplayAfter;
}
