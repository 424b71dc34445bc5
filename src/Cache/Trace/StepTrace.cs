namespace Dockerlint.Cache;

/// <summary>One instruction of a trace.</summary>
/// <param name="Step">The step.</param>
/// <param name="Status">What the builder does with it.</param>
/// <param name="Cause">Why it is rebuilt, unknown or skipped; null when there is nothing to explain.</param>
/// <param name="Chain">What is behind the cause, nearest first, down to what was changed; empty when the cause says it all.</param>
public sealed record StepTrace(LayerStep Step, StepStatus Status, Cause? Cause, IReadOnlyList<Cause> Chain)
{
    /// <summary>
    /// Whether a step that is rebuilt may be reused in the end, if files it takes come out the same; see
    /// <see cref="StepOutcome.MayBeReused"/>.
    /// </summary>
    public bool MayBeReused { get; init; }
}
