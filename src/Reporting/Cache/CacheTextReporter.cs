using System.Globalization;
using Dockerlint.Cache;
using Dockerlint.Text;

namespace Dockerlint.Reporting;

/// <summary>Stages and steps one below the other, each with its status and, where it is not reused, the reason.</summary>
public sealed class CacheTextReporter(bool useColor) : ICacheReporter
{
    /// <inheritdoc/>
    public void Write(InvalidationTrace trace, TextWriter writer)
    {
        var plan = trace.Plan;
        writer.Write($"{CacheText.Builder(plan)}, target {VisibleText.Escape(CacheText.Target(plan) ?? "none")}: "
            + $"{CacheText.Summary(trace)}\n");
        int? stage = -1;
        foreach (var step in trace.Steps)
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

            writer.Write(string.Create(CultureInfo.InvariantCulture,
                $"  {Colored(step.Status)}{new string(' ', 9 - CacheText.Status(step.Status).Length)}{step.Step.Line,4}  "
                    + $"{CacheText.Shown(step.Step)}\n"));
            if (step.Cause is { } cause && step.Status != StepStatus.Skipped)
            {
                writer.Write($"                 {VisibleText.Escape(cause.Detail)}\n");
            }
        }
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
