using Dockerlint.Cache;

namespace Dockerlint.Verification;

/// <summary>A step as predicted and as observed.</summary>
/// <param name="Trace">The prediction.</param>
/// <param name="Observed">What the engine told of it; null when it told nothing, as of a step that is the same as another one.</param>
public sealed record StepVerdict(StepTrace Trace, ObservedStep? Observed)
{
    /// <summary>The step.</summary>
    public LayerStep Step => Trace.Step;

    /// <summary>
    /// What the engine did, in a word: reused, rebuilt, failed, or a dash where it told nothing, or there is nothing to do.
    /// </summary>
    public string Shown => Observed switch
    {
        null => "-",
        { Error: null } when Step.Kind is not (StepKind.Cached or StepKind.Skipped) => "-",
        { Error: not null } => "failed",
        { IsCached: true } => "reused",
        { IsComplete: true } => "rebuilt",
        _ => "-",
    };

    /// <summary>
    /// Whether both are certain, so that they can be compared. Of several steps that fail, BuildKit tells of the one it comes to first,
    /// which need not be the first of the file.
    /// </summary>
    public bool IsComparable => Observed is { } observed
        && (observed.IsComplete || observed.Error is not null)
        && Trace.Status is StepStatus.Reused or StepStatus.Rebuilt or StepStatus.Skipped
        && Trace.Certainty == StepCertainty.Certain
        && !(observed.Error is not null && Trace is { Status: StepStatus.Skipped, Cause.Kind: CauseKind.Failure })
        && Step.Kind is StepKind.Cached or StepKind.Skipped;

    /// <summary>Whether the engine did something else than was predicted.</summary>
    public bool IsDisagreement => IsComparable && (Trace.Status != (Observed!.IsCached ? StepStatus.Reused : StepStatus.Rebuilt));
}
