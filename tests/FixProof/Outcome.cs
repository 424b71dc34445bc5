namespace Dockerlint.FixProof;

/// <summary>A case and what came of it.</summary>
/// <param name="Case">The case.</param>
/// <param name="Verdict">The judgement.</param>
/// <param name="Detail">Why, for a reader; empty when all is the same.</param>
internal sealed record Outcome(ProofCase Case, Verdict Verdict, string Detail)
{
    /// <summary>What the fix made of the file; null when there is nothing to show.</summary>
    internal string? After { get; init; }
}
