namespace Dockerlint.Cache;

/// <summary>What became of every step of a plan in one build.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Steps">One for each step of the plan, in its order.</param>
public sealed record BuildOutcome(LayerPlan Plan, IReadOnlyList<StepOutcome> Steps);
