namespace Dockerlint.Cache;

/// <summary>What became of one step of a plan in one build.</summary>
/// <param name="Step">The step.</param>
/// <param name="Status">What the builder did with it.</param>
public sealed record StepOutcome(LayerStep Step, StepStatus Status)
{
    /// <summary>The key with the files of other stages filled in.</summary>
    public CacheKey Key { get; init; } = CacheKey.None;

    /// <summary>An identity of what stood before the step; equal only if the builder takes it for the same. Null without a key.</summary>
    public string? ParentId { get; init; }

    /// <summary>An identity of the result; null when nobody knows it or there is none.</summary>
    public string? ResultId { get; init; }

    /// <summary>
    /// How sure the status is. It is open where a step that is rebuilt may be reused in the end: it takes files from a step that is done
    /// again, whose result nobody can foresee, and the builder finds it if they come out the same.
    /// </summary>
    public StepCertainty Certainty { get; init; }

    /// <summary>Whether it is done again for want of a result only: the builder finds its key.</summary>
    internal bool IsMissing { get; init; }

    /// <summary>
    /// Whether it is found, but asks an address first: an engine then does it again or not by chance, and what is behind it is reused.
    /// </summary>
    internal bool IsAskedAgain { get; init; }

    /// <summary>The steps of other stages this step waits for: for each use of a stage the last step of the stage, in order.</summary>
    internal IReadOnlyList<StepOutcome?> Sources { get; init; } = [];

    /// <summary>The step before: in the stage, or the last one of the stage below; null at the bottom.</summary>
    internal StepOutcome? Parent { get; init; }
}
