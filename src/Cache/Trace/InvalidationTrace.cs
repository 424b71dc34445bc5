using Dockerlint.Semantics;

namespace Dockerlint.Cache;

/// <summary>What a builder reuses and rebuilds when it has built earlier states and is asked for another, with the reasons.</summary>
public sealed class InvalidationTrace
{
    private InvalidationTrace(LayerPlan plan, IReadOnlyList<StepTrace> steps)
    {
        Plan = plan;
        Steps = steps;
    }

    /// <summary>The plan of the state that is built.</summary>
    public LayerPlan Plan { get; }

    /// <summary>One entry for each instruction in the order of the file; triggers of a base image stand behind its FROM.</summary>
    public IReadOnlyList<StepTrace> Steps { get; }

    /// <summary>The trace of a build of <paramref name="after"/> where nothing but <paramref name="before"/> was built.</summary>
    public static InvalidationTrace Between(BuildState before, BuildState after) => After([before], after);

    /// <summary>The trace of a build where earlier states were built in this order, each perhaps several times.</summary>
    public static InvalidationTrace After(IEnumerable<BuildState> earlier, BuildState state)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(state);
        var store = new CacheStore();
        BuildState? last = null;
        foreach (var next in earlier)
        {
            last = Uploaded(last, next);
            store.Build(LayerPlan.Create(last));
        }

        var before = store.Last;
        var outcome = store.Build(LayerPlan.Create(Uploaded(last, state)));
        var finder = new CauseFinder(before, outcome);
        return new InvalidationTrace(outcome.Plan, [.. outcome.Steps.Select(finder.Trace)]);
    }

    /// <summary>How many steps have a status.</summary>
    public int Count(StepStatus status) => Steps.Count(step => step.Status == status);

    private static BuildState Uploaded(BuildState? earlier, BuildState state) =>
        earlier is not null && state.Settings is { IsUpload: true, Builder: Builder.BuildKit }
            ? state with { Context = state.Context.UploadedOver(earlier.Context) }
            : state;
}
