namespace Dockerlint.Cache;

/// <summary>How a step of the last Dockerfile did in a history.</summary>
/// <param name="Plan">The plan it is in.</param>
/// <param name="Step">The step.</param>
public sealed record ReplayedStep(LayerPlan Plan, LayerStep Step)
{
    /// <summary>Builds that reused it.</summary>
    public int Reused { get; init; }

    /// <summary>Builds that did it again.</summary>
    public int Rebuilt { get; init; }

    /// <summary>Builds of which that is not known.</summary>
    public int Unknown { get; init; }

    /// <summary>What it was done again for, most often first: files, build arguments, or another reason in words.</summary>
    public IReadOnlyList<StepBreaker> Breakers { get; init; } = [];

    /// <summary>How long it takes; null when nobody asked.</summary>
    public StepTime? Time { get; init; }

    /// <summary>The share of builds that reused it, from 0 to 1; null when no build had it.</summary>
    public double? HitRate => Reused + Rebuilt + Unknown is > 0 and var builds ? (double)Reused / builds : null;

    /// <summary>The seconds that 100 commits spend on it; null without a time or a build.</summary>
    public double? LostPerHundred =>
        Time is { } time && Reused + Rebuilt + Unknown is > 0 and var builds ? time.Seconds * Rebuilt * 100 / builds : null;
}
