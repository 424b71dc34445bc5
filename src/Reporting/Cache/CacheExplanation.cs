using System.Globalization;
using System.Text;
using System.Text.Json;
using Dockerlint.Cache;
using Dockerlint.Text;

namespace Dockerlint.Reporting;

/// <summary>What each step of a plan depends on, what stands behind it and how exposed it is: a tree, or JSON.</summary>
public static class CacheExplanation
{
    /// <summary>Writes what follows from it, and a tree of stages and steps.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="timer">Says how long steps take.</param>
    /// <param name="reach">What a build finds of the build before.</param>
    /// <param name="writer">Where to.</param>
    public static void WriteTree(LayerPlan plan, StepTimer timer, CacheReach reach, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(timer);
        ArgumentNullException.ThrowIfNull(writer);
        ExplanationHead.Write(plan, timer, reach, writer);
        writer.Write('\n');
        var exposures = LayerExposure.Of(plan).Steps.ToDictionary(exposure => exposure.Step.Index);
        var context = plan.State.Context.Entries;
        writer.Write($"{CacheText.Builder(plan)}, target {VisibleText.Escape(CacheText.Target(plan) ?? "none")}\n");
        writer.Write($"context: {CacheText.Count(context.Count, "entry")}, {CacheText.Bytes(context.Sum(entry => entry.Size ?? 0))}\n"
            .Replace("entrys", "entries", StringComparison.Ordinal));
        foreach (var stage in plan.Steps.GroupBy(step => step.StageIndex))
        {
            var steps = stage.ToList();
            var isSkipped = steps.TrueForAll(step => step.Kind == StepKind.Skipped);
            writer.Write(stage.Key is null ? "\n"
                : $"\nstage {VisibleText.Escape(CacheText.Stage(plan, steps[0])!)}{(isSkipped ? " (the target does not need it)" : "")}\n");
            for (var i = 0; i < steps.Count; i++)
            {
                WriteStep(writer, steps[i], exposures.GetValueOrDefault(steps[i].Index), isLast: i == steps.Count - 1,
                    isFlat: stage.Key is null);
            }
        }
    }

    /// <summary>Writes one JSON object.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="timer">Says how long steps take.</param>
    /// <param name="writer">Where to.</param>
    public static void WriteJson(LayerPlan plan, StepTimer timer, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(timer);
        ArgumentNullException.ThrowIfNull(writer);
        var exposures = LayerExposure.Of(plan).Steps.ToDictionary(exposure => exposure.Step.Index);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonText.Options))
        {
            json.WriteStartObject();
            json.WriteString("builder", CacheText.Builder(plan));
            CacheJsonReporter.WriteText(json, "target", CacheText.Target(plan));
            json.WriteNumber("contextEntries", plan.State.Context.Entries.Count);
            json.WriteStartArray("mostExposed");
            foreach (var (step, _) in ExplanationHead.Exposed(plan, timer))
            {
                json.WriteNumberValue(step.Step.Line);
            }

            json.WriteEndArray();
            json.WriteStartArray("steps");
            foreach (var step in plan.Steps)
            {
                json.WriteStartObject();
                CacheJsonReporter.WriteText(json, "stage", CacheText.Stage(plan, step));
                json.WriteNumber("line", step.Line);
                json.WriteNumber("endLine", step.EndLine);
                CacheJsonReporter.WriteText(json, "instruction", CacheText.Instruction(step));
                json.WriteString("kind", KindName(step.Kind));
                if (exposures.TryGetValue(step.Index, out var exposure))
                {
                    WriteExposure(json, exposure);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        writer.Write(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
        writer.Write('\n');
    }

    private static string KindName(StepKind kind) => kind switch
    {
        StepKind.Base => "base",
        StepKind.Cached => "step",
        StepKind.Skipped => "skipped",
        _ => "metadata",
    };

    private static void WriteExposure(Utf8JsonWriter json, StepExposure exposure)
    {
        json.WriteNumber("files", exposure.Files);
        json.WriteNumber("bytes", exposure.Bytes);
        WriteList(json, "arguments", exposure.Arguments);
        WriteList(json, "sources", exposure.Sources);
        WriteList(json, "unpinned", exposure.Unpinned);
        json.WriteBoolean("readsWholeContext", exposure.ReadsWholeContext);
        json.WriteNumber("reachedFiles", exposure.ReachedFiles);
        WriteList(json, "reachedArguments", exposure.ReachedArguments);
        WriteList(json, "reachedImages", exposure.ReachedImages);
        json.WriteNumber("behind", exposure.Behind);
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStringValue(VisibleText.WellFormed(item));
        }

        json.WriteEndArray();
    }

    private static void WriteStep(TextWriter writer, LayerStep step, StepExposure? exposure, bool isLast, bool isFlat)
    {
        var branch = isFlat ? "" : isLast ? "└─ " : "├─ ";
        var stem = isFlat ? "" : isLast ? "   " : "│  ";
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"{branch}{step.Line,3} {CacheText.Shown(step)}\n"));
        if (step.Failure is { } failure)
        {
            writer.Write($"{stem}      the build fails here: {VisibleText.Escape(failure)}\n");
        }

        if (exposure is null)
        {
            return;
        }

        writer.Write($"{stem}      own key: {string.Join(", ", Own(exposure))}\n");
        writer.Write($"{stem}      exposed to {string.Join(", ", Reach(exposure))}; "
            + $"{(exposure.Behind == 0 ? "nothing" : CacheText.Count(exposure.Behind, "step"))} behind it\n");
    }

    private static IEnumerable<string> Own(StepExposure exposure)
    {
        if (exposure.Files > 0)
        {
            yield return $"{CacheText.Count(exposure.Files, "file")} of "
                + $"{CacheText.Bytes(exposure.Bytes)}{(exposure.ReadsWholeContext ? ", the whole context" : "")}";
        }

        if (exposure.Arguments.Count > 0)
        {
            yield return $"ARG {VisibleText.Escape(string.Join(' ', exposure.Arguments))}";
        }

        if (exposure.Sources.Count > 0)
        {
            yield return $"files of {VisibleText.Escape(string.Join(", ", exposure.Sources))}";
        }

        foreach (var address in exposure.Unpinned)
        {
            yield return $"whatever {VisibleText.Escape(address)} answers";
        }

        yield return exposure.Step.IsIndependent ? "its own text, not the steps above" : "its own text";
    }

    private static IEnumerable<string> Reach(StepExposure exposure)
    {
        yield return CacheText.Count(exposure.ReachedFiles, "file");
        if (exposure.ReachedArguments.Count > 0)
        {
            yield return CacheText.Count(exposure.ReachedArguments.Count, "build argument");
        }

        yield return exposure.ReachedImages.Count > 0 ? VisibleText.Escape(string.Join(" and ", exposure.ReachedImages)) : "no image";
    }
}
