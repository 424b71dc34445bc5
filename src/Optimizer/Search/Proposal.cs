using Dockerlint.Text;

namespace Dockerlint.Optimizer;

/// <summary>A change of a Dockerfile that lets builds reuse more.</summary>
/// <param name="Title">What it does, in the imperative.</param>
/// <param name="Line">The line it is about, in the text before it.</param>
/// <param name="After">The text after it.</param>
/// <param name="Proof">Why the image stays the same, a sentence without a full stop.</param>
public sealed record Proposal(string Title, int Line, SourceText After, string Proof)
{
    /// <summary>Why it cannot be shown that the image stays the same; null when it can.</summary>
    public string? Doubt { get; init; }

    /// <summary>Whether it changes what a rebuilt step costs and not which steps are rebuilt.</summary>
    public bool KeepsHitRate { get; init; }

    /// <summary>The share of all steps that the history reuses before it; null without builds.</summary>
    public double? HitRateBefore { get; init; }

    /// <summary>The share afterwards.</summary>
    public double? HitRateAfter { get; init; }

    /// <summary>Seconds that 100 commits spend on rebuilt steps before it.</summary>
    public double LostBefore { get; init; }

    /// <summary>Seconds afterwards.</summary>
    public double LostAfter { get; init; }

    /// <summary>
    /// Seconds before it where every build begins on an empty machine and imports the results of the target's stages (mode=min); null
    /// where that was not measured.
    /// </summary>
    public double? ColdBefore { get; init; }

    /// <summary>The same afterwards.</summary>
    public double? ColdAfter { get; init; }
}
