using Dockerlint.Syntax;

namespace Dockerlint.Cache;

/// <summary>Builds the commits of a history one after the other and counts.</summary>
internal sealed class ReplayRun(ReplayOptions options)
{
    private readonly StepIdentities _identities = new();
    private readonly Dictionary<SyntaxTree, IReadOnlyList<string>> _volatile = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SyntaxTree, IReadOnlyList<StepTime>> _times = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, ReplayTally> _tallies = new(StringComparer.Ordinal);
    private readonly List<(ReplayedCommit Commit, IReadOnlyList<string> Names, IReadOnlyList<StepTrace> Steps)> _built = [];
    private LayerPlan? _last;

    internal HistoryReplay Run(IReadOnlyList<HistoryCommit> commits)
    {
        foreach (var commit in commits)
        {
            Add(commit);
        }

        if (_last is null)
        {
            return new HistoryReplay(null, [], [.. _built.Select(item => item.Commit)]);
        }

        var names = _identities.Of(_last);
        var rows = Enumerable.Range(0, names.Count).Where(i => _last.Steps[i].Kind == StepKind.Cached).ToList();
        var steps = rows.Select(i => Step(_last, i, _tallies.GetValueOrDefault(names[i]) ?? new ReplayTally())).ToList();
        return new HistoryReplay(_last, steps,
            [.. _built.Select(item => item.Commit with { Statuses = Statuses(item.Names, item.Steps, [.. rows.Select(i => names[i])]) })]);
    }

    private void Add(HistoryCommit commit)
    {
        var before = options.Dockerfile ?? commit.DockerfileBefore;
        var after = options.Dockerfile ?? commit.Dockerfile;
        var unknown = (options.Dockerfile is null ? commit.DockerfileProblem : null) ?? commit.ContextProblem;
        if ((unknown ?? Problem(before, after)) is { } problem)
        {
            _built.Add((new ReplayedCommit(commit) { Problem = problem }, [], []));
            return;
        }

        var first = LayerPlan.Create(State(before!, commit.ContextBefore, commit.Parent));
        var trace = InvalidationTrace.Between(first, LayerPlan.Create(State(after!, commit.Context, commit.Id)), options.Reach);
        var (plan, traces) = (trace.Plan, trace.Steps);
        if (plan.Emptiness is { } nothing)
        {
            _built.Add((new ReplayedCommit(commit) { Problem = nothing }, [], []));
            return;
        }

        if (traces.FirstOrDefault(step => step.Step.Failure is not null && step.Status != StepStatus.Skipped) is { } failed)
        {
            _built.Add((new ReplayedCommit(commit) { Problem = $"line {failed.Step.Line}: {failed.Step.Failure}" }, [], []));
            return;
        }

        _last = plan;
        _identities.Of(first);
        var names = _identities.Of(plan);
        var times = Times(plan);
        var counted = traces.Where(step => step.Step.Kind == StepKind.Cached).ToList();
        foreach (var step in counted)
        {
            if (!_tallies.TryGetValue(names[step.Step.Index], out var tally))
            {
                _tallies[names[step.Step.Index]] = tally = new ReplayTally();
            }

            tally.Add(step);
        }

        var chain = plan.Model.Target?.Chain.Select(stage => stage.Index).ToHashSet() ?? [];
        _built.Add((new ReplayedCommit(commit)
        {
            Reused = counted.Count(step => step.Likely == StepStatus.Reused),
            Rebuilt = counted.Count(step => step.Likely == StepStatus.Rebuilt),
            Unknown = counted.Count(step => step.Likely == StepStatus.Unknown),
            Assumed = counted.Count(step => step.Certainty == StepCertainty.Likely || step.Likely != step.Status),
            Cause = counted.Find(step => step.Likely is StepStatus.Rebuilt or StepStatus.Unknown)?.Cause,
            Seconds = times.Count == 0 ? 0 : counted.Where(step => step.Likely == StepStatus.Rebuilt)
                .Sum(step => times[step.Step.Index].Seconds),
            Uploads = counted.Count(step => step.Likely == StepStatus.Rebuilt && !chain.Contains(step.Step.StageIndex!.Value)),
        }, names, traces));
    }

    private static string? Problem(SyntaxTree? before, SyntaxTree? after) => after is null ? "there is no Dockerfile"
        : after.Errors is [var error, ..] ? $"the Dockerfile is not valid: {error.Message}"
        : before is null ? "its parent has no Dockerfile"
        : before.Errors.Count > 0 ? "the Dockerfile of its parent is not valid"
        : null;

    private BuildState State(SyntaxTree dockerfile, Semantics.Context.ContextManifest context, string commit) =>
        new(dockerfile, context, options.Settings with
        {
            BuildArguments = options.Settings.BuildArguments.SetItems(
            Volatile(dockerfile).Where(name => !options.Settings.BuildArguments.ContainsKey(name))
                .Select(name => KeyValuePair.Create(name, commit))),
        })
        {
            Images = options.Images,
        };

    private IReadOnlyList<string> Volatile(SyntaxTree dockerfile)
    {
        if (!_volatile.TryGetValue(dockerfile, out var names))
        {
            _volatile[dockerfile] = names = [.. options.VolatileArguments.Union(options.VolatileIn?.Invoke(dockerfile) ?? [])];
        }

        return names;
    }

    private IReadOnlyList<StepTime> Times(LayerPlan plan)
    {
        if (options.Timer is not { } timer)
        {
            return [];
        }

        if (!_times.TryGetValue(plan.State.Dockerfile, out var times))
        {
            _times[plan.State.Dockerfile] = times =
                [.. plan.Steps.Select(step => step.Kind == StepKind.Cached ? timer(plan, step) : default)];
        }

        return times;
    }

    private ReplayedStep Step(LayerPlan plan, int index, ReplayTally tally) => new(plan, plan.Steps[index])
    {
        Reused = tally.Reused,
        Rebuilt = tally.Rebuilt,
        Unknown = tally.Unknown,
        Assumed = tally.Assumed,
        Builds = _built.Count(item => item.Commit.Problem is null),
        Breakers = tally.Breakers(),
        Time = Times(plan) is { Count: > 0 } times ? times[index] : null,
    };

    private static List<StepStatus?> Statuses(IReadOnlyList<string> names, IReadOnlyList<StepTrace> steps, IReadOnlyList<string> rows)
    {
        var found = new Dictionary<string, StepStatus>(StringComparer.Ordinal);
        for (var i = 0; i < names.Count; i++)
        {
            found[names[i]] = steps[i].Likely;
        }

        return [.. rows.Select(row => found.TryGetValue(row, out var status) ? status : (StepStatus?)null)];
    }
}
