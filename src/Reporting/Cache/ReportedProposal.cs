namespace Dockerlint.Reporting;

/// <summary>A proposal as a report shows it.</summary>
/// <param name="Line">The line it is about.</param>
/// <param name="Title">What it does.</param>
/// <param name="Proof">Why the image stays the same.</param>
/// <param name="Doubt">Why that cannot be shown; null when it can.</param>
/// <param name="KeepsHitRate">Whether the hit rate stays.</param>
/// <param name="HitRateBefore">The hit rate before it.</param>
/// <param name="HitRateAfter">The hit rate after it.</param>
/// <param name="SecondsBefore">Seconds of rebuilding in 100 commits before it.</param>
/// <param name="SecondsAfter">The same after it.</param>
/// <param name="Diff">The change as a unified diff.</param>
public sealed record ReportedProposal(
    int Line, string Title, string Proof, string? Doubt, bool KeepsHitRate, double? HitRateBefore, double? HitRateAfter,
        double SecondsBefore, double SecondsAfter, string Diff);
