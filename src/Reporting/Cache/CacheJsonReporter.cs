using System.Text;
using System.Text.Json;
using Dockerlint.Cache;
using Dockerlint.Text;

namespace Dockerlint.Reporting;

/// <summary>The trace as one JSON object: builder, target, one entry for each instruction, and how many have which status.</summary>
/// <param name="touches">What was touched in thought, which is told at the end; null where nothing was.</param>
public sealed class CacheJsonReporter(IReadOnlyList<SimulatedTouch>? touches = null) : ICacheReporter
{
    /// <inheritdoc/>
    public void Write(InvalidationTrace trace, TextWriter writer)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonText.Options))
        {
            json.WriteStartObject();
            json.WriteString("builder", CacheText.Builder(trace.Plan));
            WriteText(json, "target", CacheText.Target(trace.Plan));
            json.WriteStartArray("steps");
            foreach (var step in trace.Steps)
            {
                WriteStep(json, trace.Plan, step);
            }

            json.WriteEndArray();
            json.WriteStartObject("summary");
            foreach (var status in Enum.GetValues<StepStatus>())
            {
                json.WriteNumber(CacheText.Status(status), trace.Count(status));
            }

            json.WriteEndObject();
            WriteTouches(json);
            json.WriteEndObject();
        }

        writer.Write(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
        writer.Write('\n');
    }

    private void WriteTouches(Utf8JsonWriter json)
    {
        if (touches is null)
        {
            return;
        }

        json.WriteStartArray("touched");
        foreach (var touch in touches)
        {
            json.WriteStartObject();
            WriteText(json, "path", touch.Path);
            json.WriteString("kind", touch.Kind switch
            {
                TouchKind.Added => "added",
                TouchKind.Ignored => "ignored",
                _ => "changed",
            });
            json.WriteNumber("files", touch.Files.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStep(Utf8JsonWriter json, LayerPlan plan, StepTrace step)
    {
        json.WriteStartObject();
        WriteText(json, "stage", CacheText.Stage(plan, step.Step));
        json.WriteNumber("line", step.Step.Line);
        json.WriteNumber("endLine", step.Step.EndLine);
        WriteText(json, "instruction", CacheText.Instruction(step.Step));
        json.WriteString("status", CacheText.Status(step.Status));
        json.WriteString("certainty", CacheText.Certainty(step.Certainty));
        if (step.Cause is { } cause)
        {
            json.WritePropertyName("cause");
            WriteCause(json, cause);
        }
        else
        {
            json.WriteNull("cause");
        }

        json.WriteStartArray("chain");
        foreach (var link in step.Chain)
        {
            WriteCause(json, link);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCause(Utf8JsonWriter json, Cause cause)
    {
        json.WriteStartObject();
        json.WriteString("kind", CacheText.Kind(cause.Kind));
        WriteShown(json, "detail", cause.Detail);
        if (cause.Line is { } line)
        {
            json.WriteNumber("line", line);
        }
        else
        {
            json.WriteNull("line");
        }

        json.WriteEndObject();
    }

    /// <summary>Something a program may compare or open, such as a path or an instruction.</summary>
    internal static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is null)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, VisibleText.WellFormed(text));
        }
    }

    /// <summary>Something that is said to a person; line ends stay.</summary>
    internal static void WriteShown(Utf8JsonWriter json, string name, string? text) =>
        WriteText(json, name, text is null ? null
            : string.Join('\n', text.Split('\n').Select(line => VisibleText.Escape(line, keepTabs: true))));
}
