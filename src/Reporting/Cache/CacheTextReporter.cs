using System.Globalization;
using Dockerlint.Cache;
using Dockerlint.Text;

namespace Dockerlint.Reporting;

/// <summary>What is done again, why, and what that costs; on request every other step too.</summary>
/// <param name="useColor">Whether the terminal shows colours.</param>
/// <param name="timer">Says how long steps take; null where nobody knows.</param>
/// <param name="showsAll">Whether steps that are reused, not needed or have no key are shown.</param>
public sealed class CacheTextReporter(bool useColor, StepTimer? timer = null, bool showsAll = false) : ICacheReporter
{
    /// <inheritdoc/>
    public void Write(InvalidationTrace trace, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(writer);
        var plan = trace.Plan;
        writer.Write($"{CacheText.Builder(plan)}, target {VisibleText.Escape(CacheText.Target(plan) ?? "none")}: "
            + $"{CacheText.Summary(trace)}\n");
        var shown = trace.Steps.Where(step => showsAll || step.Status is StepStatus.Rebuilt or StepStatus.Unknown).ToList();
        int? stage = -1;
        foreach (var step in shown)
        {
            if (step.Step.StageIndex != stage)
            {
                stage = step.Step.StageIndex;
                writer.Write('\n');
                if (CacheText.Stage(plan, step.Step) is { } name)
                {
                    writer.Write($"stage {VisibleText.Escape(name)}\n");
                }
            }

            WriteStep(step, plan, writer);
        }

        if (!showsAll)
        {
            WriteCost(trace, writer, shown.Count > 0);
        }
    }

    private void WriteStep(StepTrace step, LayerPlan plan, TextWriter writer)
    {
        var seconds = timer is not null && step is { Status: StepStatus.Rebuilt, Step.Kind: StepKind.Cached }
            ? timer(plan, step.Step) : (StepTime?)null;
        var cost = seconds is { } time ? (time.IsEstimate ? "~" : "") + ReplayText.Seconds(time.Seconds) : "";
        var status = $"  {Colored(step.Status)}{new string(' ', 9 - CacheText.Status(step.Status).Length)}";
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"{status}{step.Step.Line,4}  {CacheText.Shown(step.Step)}")
            + (cost.Length > 0 ? $"  ({cost})\n" : "\n"));
        if (step.Cause is { } cause && step.Status != StepStatus.Skipped)
        {
            writer.Write($"                 {VisibleText.Escape(cause.Detail)}\n");
        }
    }

    // One line at the end: what it costs, or that it costs nothing.
    private void WriteCost(InvalidationTrace trace, TextWriter writer, bool isBehindSteps)
    {
        var counted = trace.Steps.Where(step => step.Step.Kind == StepKind.Cached && step.Status != StepStatus.Skipped).ToList();
        var (again, unknown) = (counted.Where(step => step.Status == StepStatus.Rebuilt).ToList(),
            counted.Count(step => step.Status == StepStatus.Unknown));
        writer.Write(isBehindSteps ? "\n" : "");
        if (again.Count == 0)
        {
            writer.Write(unknown > 0 ? $"nothing is known to be done again; of {CacheText.Count(unknown, "step")} it is not known\n"
                : "nothing is done again: every step is reused\n");
            return;
        }

        var line = string.Create(CultureInfo.InvariantCulture, $"{again.Count:N0} of {CacheText.Count(counted.Count, "step")} "
            + $"{(again.Count == 1 ? "is" : "are")} done again");
        if (timer is not null)
        {
            var (lost, whole) = (again.Sum(step => timer(trace.Plan, step.Step).Seconds),
                counted.Sum(step => timer(trace.Plan, step.Step).Seconds));
            var isEstimate = counted.Exists(step => timer(trace.Plan, step.Step).IsEstimate);
            line += $": {ReplayText.Seconds(lost)} of the {ReplayText.Seconds(whole)} of a whole build{(isEstimate ? " (estimate)" : "")}";
        }

        var open = again.Count(step => step.Certainty == StepCertainty.Open);
        writer.Write(line + (open > 0 ? $"; {CacheText.Count(open, "step")} of them only if what is made again comes out otherwise" : "")
            + (unknown > 0 ? $"; of {CacheText.Count(unknown, "more step")} it is not known" : "") + "\n");
    }

    private string Colored(StepStatus status)
    {
        var text = CacheText.Status(status);
        var color = status switch
        {
            StepStatus.Reused => 32,
            StepStatus.Rebuilt => 31,
            StepStatus.Unknown => 33,
            _ => 2,
        };
        return useColor ? string.Create(CultureInfo.InvariantCulture, $"\e[{color}m{text}\e[0m") : text;
    }
}
