using System.Globalization;
using Dockerlint.Cache;
using Dockerlint.Text;
using Dockerlint.Verification;

namespace Dockerlint.Cli;

/// <summary>Tells a person what was observed beside the findings.</summary>
internal static class VerifyText
{
    private const int Widest = 60;

    internal static void Write(VerificationReport report, TextWriter writer)
    {
        foreach (var scenario in report.Scenarios)
        {
            writer.Write($"\nwhen {VisibleText.Escape(scenario.Name)}:\n  line  predicted  observed\n");
            foreach (var step in scenario.Steps.Where(step => step.Trace.Status != StepStatus.Metadata || step.IsComparable))
            {
                var mark = step.IsDisagreement ? "!" : " ";
                var predicted = step.Trace.Status.ToString().ToLowerInvariant() + (step.Trace.Certainty == StepCertainty.Certain ? "" : "?");
                writer.Write(string.Create(CultureInfo.InvariantCulture,
                    $"{mark} {step.Step.Line,4}  {predicted,-9}  {step.Shown,-8}  "
                        + $"{VisibleText.Escape(Short(step.Step.Instruction.LogicalLine.Text))}\n"));
            }

            writer.Write(
                string.Create(
                CultureInfo.InvariantCulture, $"  {scenario.Compared} steps compared, {scenario.Disagreements.Count()} disagree\n"));
        }

        if (report.Layers.Count > 0)
        {
            writer.Write("\nlayers:\n  line        size  instruction\n");
            foreach (var layer in report.Layers)
            {
                var line = layer.Line?.ToString(CultureInfo.InvariantCulture) ?? "-";
                writer.Write($"  {line,4}  {ByteCount.Show(layer.Size),10}  "
                    + $"{(layer.IsBase ? "base: " : "")}{VisibleText.Escape(Short(layer.CreatedBy))}\n");
            }

            writer.Write($"        {ByteCount.Show(report.Layers.Sum(layer => layer.Size)),10}  in all, "
                + $"{ByteCount.Show(report.Wasted.Sum(file => file.Size))} of it deleted or replaced later\n");
        }

        foreach (var item in report.Remarks)
        {
            writer.Write($"note: {VisibleText.Escape(item)}\n");
        }

        foreach (var item in report.NotChecked)
        {
            writer.Write($"not checked: {VisibleText.Escape(item)}\n");
        }

        foreach (var warning in report.Warnings)
        {
            writer.Write($"engine: {VisibleText.Escape(warning)}\n");
        }
    }

    private static string Short(string text) => text.Trim() is { Length: > Widest } trimmed ? trimmed[..Widest] + "..." : text.Trim();
}
