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

    /// <summary>Why nothing is built, so that there is nothing to count; null when there are steps with a key.</summary>
    public string? Emptiness => Problem ?? (Steps.Any(step => step.Kind == StepKind.Cached) ? null
        : $"{State.Dockerfile.Source.Path}: nothing is built: neither the target nor a stage it needs has a RUN, COPY, ADD or WORKDIR");

    /// <summary>Why nothing can be said of the build; null when something can.</summary>
    public string? Problem
    {
        get
        {
            var path = State.Dockerfile.Source.Path;
            if (Model.Stages.Count == 0)
            {
                return $"{path} has no stage";
            }

            if (Model.Target is null)
            {
                return $"{path} has no stage {State.Settings.Target}";
            }

            var invalid = Model.Stages.FirstOrDefault(stage => stage.Base.Kind == BaseKind.Invalid && Model.IsReachable(stage));
            return invalid is not null ? $"{path}:{State.Dockerfile.Source.Lines.GetLine(invalid.From.Span.Start)}: "
                    + (string.IsNullOrEmpty(invalid.Base.Text) ? "the base image has no name once its variables have their values"
                        : $"{invalid.Base.Text} is no name of an image")
                : null;
        }
    }

    /// <summary>Makes the plan of a build.</summary>
    public static LayerPlan Create(BuildState state) => new LayerPlanBuilder(state).Build();
}
