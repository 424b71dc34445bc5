using System.Globalization;
using Dockerlint.Cache;
using Dockerlint.Semantics.Context;
using Dockerlint.Text;

namespace Dockerlint.Reporting;

/// <summary>
/// What a person should take away from an explanation: the steps that cost most and are done again for most files, the biggest files, and
/// what is sent although no step takes it.
/// </summary>
internal static class ExplanationHead
{
    private const int MostSteps = 2;
    private const int MostFiles = 3;
    private const int Width = 100;

    // Cheaper steps are not worth a look.
    private const double LeastSeconds = 5;

    internal static void Write(LayerPlan plan, StepTimer timer, CacheReach reach, TextWriter writer)
    {
        var exposed = Exposed(plan, timer);
        writer.Write(exposed.Count == 0 ? "no expensive step depends on files of the context\n" : "most exposed:\n");
        foreach (var (step, time) in exposed)
        {
            var cost = $"{(time.IsEstimate ? "~" : "")}{ReplayText.Seconds(time.Seconds)}";
            var why = string.Create(CultureInfo.InvariantCulture,
                $"  line {step.Step.Line,3}, {cost}, done again if one of {CacheText.Count(step.ReachedFiles, "file")} changes: ");
            writer.Write(why + CacheText.Shown(step.Step, Math.Max(20, Width - why.Length)) + "\n");
        }

        var sent = plan.State.Context.Entries.Where(entry => entry.Kind != ContextEntryKind.Directory).ToList();
        var biggest = sent.Where(entry => entry.Size > 0).OrderByDescending(entry => entry.Size).Take(MostFiles).ToList();
        if (biggest.Count > 0)
        {
            writer.Write("biggest files: " + string.Join(", ", biggest.Select(entry =>
                $"{CacheText.Cut(VisibleText.Escape(entry.Path), 40)} {CacheText.Bytes(entry.Size ?? 0)}")) + "\n");
        }

        if (Idle(plan, sent) is { } idle)
        {
            writer.Write(idle);
        }

        if (reach == CacheReach.TargetChain && Lost(plan) is { Count: > 0 } lost)
        {
            writer.Write("an empty machine that imports mode=min or inline does the whole of stage "
                + $"{VisibleText.Escape(string.Join(", ", lost))} again whenever anything in it changes\n");
        }
    }

    internal static IReadOnlyList<(StepExposure Step, StepTime Time)> Exposed(LayerPlan plan, StepTimer timer) =>
    [
        .. LayerExposure.Of(plan).Steps.Where(step => step.ReachedFiles > 0)
            .Select(step => (Step: step, Time: timer(plan, step.Step)))
            .Where(pair => pair.Time.Seconds >= LeastSeconds)
            .OrderByDescending(pair => pair.Time.Seconds * Math.Log2(1 + pair.Step.ReachedFiles)).ThenBy(pair => pair.Step.Step.Index)
            .Take(MostSteps),
    ];

    // What no step takes still has to be sent, but only where a builder without BuildKit's habit of asking for files does so.
    private static string? Idle(LayerPlan plan, List<ContextEntry> sent)
    {
        var taken = plan.Steps.SelectMany(step => step.Key.Inputs).SelectMany(input => input.Files).Select(file => file.Path)
            .ToHashSet(StringComparer.Ordinal);
        var idle = sent.Where(entry => !taken.Contains(entry.Path)).ToList();
        if (idle.Count == 0)
        {
            return sent.Count == 0 ? null : "every file of the context is taken by a step\n";
        }

        var folders = idle.GroupBy(entry => entry.Path.Split('/')[0], StringComparer.Ordinal)
            .OrderByDescending(group => group.Sum(entry => entry.Size ?? 0)).ThenByDescending(group => group.Count())
            .Take(MostFiles).Select(group => CacheText.Cut(VisibleText.Escape(group.Key), 30));
        return $"no step takes {CacheText.Count(idle.Count, "file")} of {CacheText.Bytes(idle.Sum(entry => entry.Size ?? 0))}; "
            + $"most of it in {string.Join(", ", folders)}: .dockerignore may have it\n";
    }

    private static List<string> Lost(LayerPlan plan)
    {
        var chain = plan.Model.Target?.Chain.Select(stage => stage.Index).ToHashSet() ?? [];
        return
        [
            .. plan.Steps.Where(step => step.Kind == StepKind.Cached && step.StageIndex is { } index && !chain.Contains(index))
                .Select(step => CacheText.Stage(plan, step)!).Distinct(StringComparer.Ordinal),
        ];
    }
}
