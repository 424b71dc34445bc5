namespace Dockerlint.Cache;

/// <summary>One instruction of a trace.</summary>
/// <param name="Step">The step.</param>
/// <param name="Status">What the builder does with it.</param>
/// <param name="Cause">Why it is rebuilt, unknown, skipped or not quite surely reused; null when there is nothing to explain.</param>
/// <param name="Chain">What is behind the cause, nearest first, down to what was changed; empty when the cause says it all.</param>
public sealed record StepTrace(LayerStep Step, StepStatus Status, Cause? Cause, IReadOnlyList<Cause> Chain)
{
    /// <summary>How sure the status is; see <see cref="StepOutcome.Certainty"/>.</summary>
    public StepCertainty Certainty { get; init; }

    /// <summary>
    /// What it counts as in rates and budgets: an address that has to be asked is taken to answer what it did, and the step to be reused.
    /// </summary>
    public StepStatus Likely { get; init; } = Status;
}
