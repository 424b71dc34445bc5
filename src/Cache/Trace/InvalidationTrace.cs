using System.Collections.Immutable;
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

    /// <summary>The same where another builder, which begins empty, may import what the build of before exported.</summary>
    /// <param name="before">The state that was built.</param>
    /// <param name="after">The state to build.</param>
    /// <param name="reach">What is found of the build before.</param>
    public static InvalidationTrace Between(BuildState before, BuildState after, CacheReach reach)
    {
        return reach == CacheReach.Warm ? Between(before, after) : Between(LayerPlan.Create(before), LayerPlan.Create(after), reach);
    }

    /// <summary>The same of two plans, where no context was sent before the other.</summary>
    internal static InvalidationTrace Between(LayerPlan old, LayerPlan plan, CacheReach reach)
    {
        IReadOnlyDictionary<int, MissingResult> missing = ImmutableDictionary<int, MissingResult>.Empty;
        var (exported, outcome) = Build();
        while (reach == CacheReach.TargetChain
            && Union(missing, ExportedResults.Find(exported, outcome)) is var more && more.Count > missing.Count)
        {
            missing = more;
            (exported, outcome) = Build();
        }

        var finder = new CauseFinder(exported, outcome, missing);
        var traces = outcome.Steps.Select(finder.Trace);
        return new InvalidationTrace(outcome.Plan, [.. outcome.Steps.Zip(traces, (step, trace) =>
            reach == CacheReach.None ? Alone(trace) : reach == CacheReach.TargetChain ? Idle(exported, step, trace) : trace)]);

        (BuildOutcome Exported, BuildOutcome Outcome) Build()
        {
            var store = new CacheStore();
            return (store.Build(old), store.Build(plan, missing));
        }
    }

    private static Dictionary<int, MissingResult> Union(
        IReadOnlyDictionary<int, MissingResult> known, IReadOnlyDictionary<int, MissingResult> found)
    {
        var all = new Dictionary<int, MissingResult>(known);
        foreach (var (step, why) in found)
        {
            all.TryAdd(step, why);
        }

        return all;
    }

    // Nothing is imported: every step is done.
    private static StepTrace Alone(StepTrace trace) =>
        trace.Step.Kind != StepKind.Cached || trace.Status is StepStatus.Skipped || trace.Step.Failure is not null ? trace
        : new StepTrace(
            trace.Step, StepStatus.Rebuilt, new Cause(CauseKind.Export, "the builder begins with an empty cache", null), []);

    // A step that is not run because nobody needs it is as good as one that is found.
    private static StepTrace Idle(BuildOutcome exported, StepOutcome outcome, StepTrace trace) =>
        trace is { Status: StepStatus.Reused, Step.Kind: StepKind.Cached, Cause: null } && !ExportedResults.Has(exported, outcome)
            ? trace with
            {
                Cause = new Cause(CauseKind.Export, "its result is not in the imported cache, but nothing that is done again needs it",
                    null),
            }
            : trace;

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
