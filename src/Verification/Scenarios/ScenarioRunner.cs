using System.Text;
using Dockerlint.Cache;
using Dockerlint.Semantics.Context;

namespace Dockerlint.Verification;

/// <summary>
/// Changes something, builds again and compares with the prediction. A change is laid over the context in memory; what is appended to
/// a file is different in every run, so that no earlier run's build is found.
/// </summary>
internal sealed class ScenarioRunner(ImageBuilder builder, RunScope run, BuildRequest request, BuildState state, TimeSpan timeout)
{
    // Each costs a build.
    private const int MostDefaults = 20;

    private readonly List<BuildState> _scenarios = [];

    /// <summary>One file for each source of a COPY or ADD, each file once.</summary>
    internal static IReadOnlyList<string> DefaultChanges(LayerPlan plan, string dockerfile) =>
    [
        .. plan.Steps.Where(step => step.Kind == StepKind.Cached)
            .SelectMany(step => step.Key.Inputs.Where(input => input.Kind == KeyInputKind.Files)
                .Select(input =>
                    input.Files.Where(file =>
                    file.Content is not null && file.Path != dockerfile && !file.Path.EndsWith(".dockerignore", StringComparison.Ordinal))
                    .MinBy(file => (file.Size, file.Path))?.Path))
            .OfType<string>().Distinct().Take(MostDefaults),
    ];

    internal async Task<ScenarioOutcome> ChangeFileAsync(string path, CancellationToken cancellation)
    {
        var clean = ContextPath.FromRoot(path);
        var context = request.Context;
        if (context.Manifest.Find(clean) is { Kind: ContextEntryKind.File })
        {
            await using var content = context.Open(clean);
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes, cancellation);
            bytes.Write(Encoding.UTF8.GetBytes($"\n# {run.Id}\n"));
            context = context.With(clean, bytes.ToArray());
        }

        return await BuildAsync(
            $"{clean} changes", request with { Context = context }, state with { Context = context.Manifest }, cancellation);
    }

    internal async Task<ScenarioOutcome> ChangeArgumentAsync(string name, string value, CancellationToken cancellation)
    {
        var arguments = request.BuildArguments.SetItem(name, value);
        var outcome = await BuildAsync(
            $"build argument {name} changes",
            request with { BuildArguments = arguments },
            state with { Settings = state.Settings with { BuildArguments = arguments } },
            cancellation);

        // A build of an earlier day may have had this value: that a step is found in the cache then says nothing.
        return outcome with
        {
            Steps =
            [.. outcome.Steps.Select(step =>
            step is { IsDisagreement: true, Observed.IsCached: true } ? step with { Observed = null } : step)]
        };
    }

    private async Task<ScenarioOutcome> BuildAsync(
        string name, BuildRequest changed, BuildState changedState, CancellationToken cancellation)
    {
        // All of them are in the cache; the causes are told against the unchanged state.
        var trace = InvalidationTrace.After([.. _scenarios, state], changedState);
        var observation = await Deadline.RunAsync("the build", timeout, stop => builder.BuildAsync(changed, stop), cancellation);
        _scenarios.Add(changedState);
        var observed = StepMatcher.Match(trace.Plan, observation);
        return new ScenarioOutcome(
            name, [.. trace.Steps.Select((step, i) => new StepVerdict(step, observed[i]))])
        { Error = observation.Error };
    }
}
