using System.Globalization;
using Dockerlint.Cache;
using Dockerlint.Text;

namespace Dockerlint.Reporting;

/// <summary>A comment for a pull request: what is rebuilt and why, the rest folded away.</summary>
public sealed class CacheMarkdownReporter : ICacheReporter
{
    /// <inheritdoc/>
    public void Write(InvalidationTrace trace, TextWriter writer)
    {
        var rebuilt = trace.Count(StepStatus.Rebuilt);
        var unknown = trace.Count(StepStatus.Unknown);
        var counted = rebuilt + unknown + trace.Count(StepStatus.Reused);
        writer.Write("### Build cache\n\n");
        writer.Write(rebuilt + unknown == 0
            ? $"All {CacheText.Count(counted, "step")} of `{Code(CacheText.Target(trace.Plan) ?? "")}` are reused "
                + $"({CacheText.Builder(trace.Plan)}).\n"
            : string.Create(CultureInfo.InvariantCulture,
                $"{rebuilt} of {CacheText.Count(counted, "step")} of `{Code(CacheText.Target(trace.Plan) ?? "")}` "
                + $"{(rebuilt == 1 ? "is" : "are")} rebuilt{(unknown > 0 ? $", {unknown} cannot be known" : "")} "
                    + $"({CacheText.Builder(trace.Plan)}).\n"));
        var roots = trace.Steps.Where(step =>
            step.Status is StepStatus.Rebuilt or StepStatus.Unknown && step.Cause?.Kind != CauseKind.Parent).ToList();
        if (roots.Count > 0)
        {
            writer.Write("\n| Line | Instruction | Why |\n|---:|---|---|\n");
            foreach (var step in roots)
            {
                writer.Write(
                    string.Create(CultureInfo.InvariantCulture,
                    $"| {step.Step.Line} | `{Code(CacheText.Shown(step.Step))}` | {Cell(step.Cause?.Detail ?? "")} |\n"));
            }
        }

        writer.Write("\n<details><summary>Every step</summary>\n\n| Line | Stage | Instruction | |\n|---:|---|---|---|\n");
        foreach (var step in trace.Steps)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture,
                $"| {step.Step.Line} | {Cell(CacheText.Stage(trace.Plan, step.Step) ?? "")} | `{Code(CacheText.Shown(step.Step))}` | "
                    + $"{CacheText.Status(step.Status)} |\n"));
        }

        writer.Write("\n</details>\n");
    }

    // A backtick would end the code span; a bar would end the cell.
    private static string Code(string text) => VisibleText.Escape(text).Replace('`', '\'').Replace("|", "\\|", StringComparison.Ordinal);

    // Names stand in backticks, which may hold backticks in turn: then other parts are code, and still nothing in them means anything.
    private static string Cell(string text)
    {
        var parts = text.Split('`');
        return parts.Length % 2 == 0 ? MarkdownText.Of(text)
            : string.Concat(
                parts.Select((part, index) => index % 2 == 0 ? MarkdownText.Of(part) : part.Length == 0 ? "" : $"`{Code(part)}`"));
    }
}
