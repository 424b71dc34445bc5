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

    /// <summary>Builds of which that is not known; they count in no rate.</summary>
    public int Unknown { get; init; }

    /// <summary>Builds among these where the likely answer is taken, such as that an address answers what it did.</summary>
    public int Assumed { get; init; }

    /// <summary>The builds of the whole history, those without this step included.</summary>
    public int Builds { get; init; }

    /// <summary>What it was done again for, most often first: files, build arguments, or another reason in words.</summary>
    public IReadOnlyList<StepBreaker> Breakers { get; init; } = [];

    /// <summary>How long it takes; null when nobody asked.</summary>
    public StepTime? Time { get; init; }

    /// <summary>The builds of which it is known what became of the step: what <see cref="HitRate"/> is a share of.</summary>
    public int Counted => Reused + Rebuilt;

    /// <summary>The share of <see cref="Counted"/> builds that reused it, from 0 to 1; null when there is none.</summary>
    public double? HitRate => Counted > 0 ? (double)Reused / Counted : null;

    /// <summary>The seconds that 100 commits of the history spend on it; null without a time or a build.</summary>
    public double? LostPerHundred => Time is { } time && Builds > 0 && Counted + Unknown > 0 ? time.Seconds * Rebuilt * 100 / Builds : null;
}
