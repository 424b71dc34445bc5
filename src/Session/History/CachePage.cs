using Dockerlint.Optimizer;
using Dockerlint.Reporting;
using Dockerlint.Text;

namespace Dockerlint.Session;

/// <summary>The page about a cache: history, causes and proposals.</summary>
public static class CachePage
{
    /// <summary>Writes the page.</summary>
    /// <param name="file">The Dockerfile, as it is shown.</param>
    /// <param name="version">The version of the program.</param>
    /// <param name="found">What an optimizer found.</param>
    /// <param name="writer">Where the page goes.</param>
    /// <param name="project">The project, for the title; null for none.</param>
    public static void Write(string file, string version, Optimization found, TextWriter writer, string? project = null)
    {
        ArgumentNullException.ThrowIfNull(found);
        CacheHtmlReport.Write(
            file, version, found.History.Built > 0 ? found.History : found.ReplayBefore, found.ReplayBefore, found.ReplayAfter,
            [.. Shown(found)], writer, project);
    }

    private static IEnumerable<ReportedProposal> Shown(Optimization found)
    {
        var before = found.Before;
        foreach (var proposal in found.Proposals)
        {
            yield return Shown(proposal, before);
            before = proposal.After;
        }

        foreach (var proposal in found.Rejected)
        {
            yield return Shown(proposal, found.Before);
        }
    }

    private static ReportedProposal Shown(Proposal proposal, SourceText before) => new(
        proposal.Line, proposal.Title, proposal.Proof, proposal.Doubt, proposal.KeepsHitRate, proposal.HitRateBefore, proposal.HitRateAfter,
            proposal.LostBefore, proposal.LostAfter,
        proposal.Doubt is null ? UnifiedDiff.Write(before.Path, before.Text, proposal.After.Text) : "");
}
