using Dockerlint.Semantics;

namespace Dockerlint.Cache;

/// <summary>The instructions of a Dockerfile as steps of one builder for one target, with what each cache key depends on.</summary>
public sealed class LayerPlan
{
    internal LayerPlan(BuildState state, BuildModel model, IReadOnlyList<LayerStep> steps, IReadOnlyList<StageBase> bases)
    {
        State = state;
        Model = model;
        Steps = steps;
        Bases = bases;
    }

    /// <summary>What the plan was made from.</summary>
    public BuildState State { get; }

    /// <summary>The build model of the Dockerfile for the builder and target.</summary>
    public BuildModel Model { get; }

    /// <summary>Every instruction in the order of the file; a base image's triggers stand behind its FROM.</summary>
    public IReadOnlyList<LayerStep> Steps { get; }

    internal IReadOnlyList<StageBase> Bases { get; }

    /// <summary>Makes the plan of a build.</summary>
    public static LayerPlan Create(BuildState state) => new LayerPlanBuilder(state).Build();
}
