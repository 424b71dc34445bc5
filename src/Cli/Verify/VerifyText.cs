using System.Globalization;
using Dockerlint.Cache;
using Dockerlint.Text;
using Dockerlint.Verification;

namespace Dockerlint.Cli;

/// <summary>Tells a person what was observed beside the findings.</summary>
internal static class VerifyText
{
    private const int Widest = 60;
    private const int MostLines = 10;

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
                + $"{ByteCount.Show(report.Layers.Sum(layer => layer.Wasted))} of it deleted or replaced later\n");
        }

        WriteComparison(report.Comparison, writer);
        if (report.Kept.Count > 0)
        {
            writer.Write("\nkept:\n");
            foreach (var kept in report.Kept)
            {
                writer.Write($"  {kept.RuleId}  {VisibleText.Escape(kept.Message)}\n");
            }
        }

        (string Label, IReadOnlyList<string> Items)[] rest =
        [
            ("not asked", report.Skipped), ("accepted", report.Accepted), ("note", report.Remarks), ("not checked", report.NotChecked),
            ("engine", report.Warnings),
        ];
        foreach (var (label, items) in rest)
        {
            foreach (var item in items)
            {
                writer.Write($"{label}: {VisibleText.Escape(item)}\n");
            }
        }
    }

    private static void WriteComparison(ImageComparison? comparison, TextWriter writer)
    {
        if (comparison is null)
        {
            return;
        }

        writer.Write($"\ncompared: {ByteCount.Show(comparison.Before.Size)} before, {ByteCount.Show(comparison.After.Size)} now\n");
        for (var i = 0; i < Math.Max(comparison.Before.Layers.Count, comparison.After.Layers.Count); i++)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture,
                $"  layer {i + 1,2}  {At(comparison.Before.Layers, i),10}  {At(comparison.After.Layers, i),10}\n"));
        }

        foreach (var (folder, change) in comparison.Folders.Take(MostLines))
        {
            writer.Write($"  {Signed(change),11}  {VisibleText.Escape(folder)}\n");
        }

        WriteFiles("new", comparison.NewFiles, writer);
        WriteFiles("gone", comparison.GoneFiles, writer);
        foreach (var (name, before, after) in comparison.Packages)
        {
            writer.Write($"  package {VisibleText.Escape(name)}: "
                + $"{VisibleText.Escape(before ?? "none")} -> {VisibleText.Escape(after ?? "none")}\n");
        }

        foreach (var problem in comparison.After.Problems)
        {
            writer.Write($"  not compared: {VisibleText.Escape(problem)}\n");
        }
    }

    private static void WriteFiles(string word, IReadOnlyList<KeyValuePair<string, long>> files, TextWriter writer)
    {
        foreach (var (path, size) in files.Take(MostLines))
        {
            writer.Write($"  {word,-4} {ByteCount.Show(size),10}  {VisibleText.Escape(path)}\n");
        }

        if (files.Count > MostLines)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"  {word,-4} and {files.Count - MostLines} more files\n"));
        }
    }

    private static string At(IReadOnlyList<long> sizes, int index) => index < sizes.Count ? ByteCount.Show(sizes[index]) : "-";

    private static string Signed(long bytes) => (bytes < 0 ? "-" : "+") + ByteCount.Show(Math.Abs(bytes));

    private static string Short(string text) => text.Trim() is { Length: > Widest } trimmed ? trimmed[..Widest] + "..." : text.Trim();
}
