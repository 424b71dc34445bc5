using System.Text.Json;
using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.Verification;

/// <summary>Writes a report as JSON, and the times of the steps for a replay.</summary>
public static partial class VerificationJson
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true };

    /// <summary>The whole report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="findings">The findings as they are reported.</param>
    /// <param name="source">The Dockerfile.</param>
    /// <param name="output">Where to.</param>
    public static void Write(VerificationReport report, IEnumerable<Diagnostic> findings, SourceText source, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(source);
        using var json = new Utf8JsonWriter(output, s_options);
        json.WriteStartObject();
        json.WriteString("run", report.RunId);
        json.WriteString("engine", report.EngineVersion);
        json.WriteString("dockerfile", VisibleText.WellFormed(source.Path));
        json.WriteString("image", report.ImageId);
        json.WriteString("problem", report.Problem);
        WriteFindings(json, findings, source);
        WriteKept(json, report, source);
        WriteInventory(json, report.Inventory);
        WriteComparison(json, report.Comparison);
        WriteSteps(json, report.Steps);
        WriteScenarios(json, report.Scenarios);
        WriteLayers(json, report);
        WriteContainer(json, report.Container);
        WriteTexts(json, "warnings", report.Warnings);
        WriteTexts(json, "notChecked", report.NotChecked);
        WriteTexts(json, "remarks", report.Remarks);
        WriteTexts(json, "left", report.Left);
        json.WriteEndObject();
    }

    /// <summary>The steps that were really done, with their seconds: what <c>cache replay</c> reads.</summary>
    public static void WriteTimings(VerificationReport report, SourceText source, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(source);
        using var json = new Utf8JsonWriter(output, s_options);
        json.WriteStartObject();
        json.WriteString("dockerfile", VisibleText.WellFormed(source.Path));
        WriteSteps(json, report.Steps.Where(step => !step.IsCached && step.Duration is not null));
        json.WriteEndObject();
    }

    private static void WriteFindings(Utf8JsonWriter json, IEnumerable<Diagnostic> findings, SourceText source)
    {
        json.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            var (line, column) = source.Lines.GetPosition(finding.Span.Start);
            json.WriteStartObject();
            json.WriteString("rule", finding.RuleId);
            json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
            json.WriteNumber("line", line);
            json.WriteNumber("column", column);
            json.WriteString("message", VisibleText.Escape(finding.Message));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSteps(Utf8JsonWriter json, IEnumerable<StepTiming> steps)
    {
        json.WriteStartArray("steps");
        foreach (var step in steps)
        {
            json.WriteStartObject();
            json.WriteNumber("line", step.Line);
            json.WriteString("instruction", VisibleText.WellFormed(step.Instruction));
            json.WriteBoolean("cached", step.IsCached);
            if (step.Duration is { } duration)
            {
                json.WriteNumber("seconds", Math.Round(duration.TotalSeconds, 3));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteScenarios(Utf8JsonWriter json, IEnumerable<ScenarioOutcome> scenarios)
    {
        json.WriteStartArray("scenarios");
        foreach (var scenario in scenarios)
        {
            json.WriteStartObject();
            json.WriteString("change", scenario.Name);
            json.WriteString("error", scenario.Error);
            json.WriteNumber("compared", scenario.Compared);
            json.WriteStartArray("steps");
            foreach (var step in scenario.Steps)
            {
                json.WriteStartObject();
                json.WriteNumber("line", step.Step.Line);
                json.WriteString("instruction", VisibleText.WellFormed(step.Step.Instruction.LogicalLine.Text.Trim()));
                json.WriteString("predicted", step.Trace.Status.ToString().ToLowerInvariant());
                json.WriteString("cause", step.Trace.Cause?.Detail);
                json.WriteString("observed", step.Shown);
                json.WriteBoolean("compared", step.IsComparable);
                json.WriteBoolean("agrees", !step.IsDisagreement);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLayers(Utf8JsonWriter json, VerificationReport report)
    {
        json.WriteNumber("size", report.Layers.Sum(layer => layer.Size));
        json.WriteStartArray("layers");
        foreach (var layer in report.Layers)
        {
            json.WriteStartObject();
            if (layer.Line is { } line)
            {
                json.WriteNumber("line", line);
            }

            json.WriteString("createdBy", VisibleText.WellFormed(layer.CreatedBy));
            json.WriteNumber("size", layer.Size);
            json.WriteNumber("files", layer.Files);
            json.WriteNumber("wasted", layer.Wasted);
            json.WriteBoolean("isBase", layer.IsBase);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("wasted");
        foreach (var file in report.Wasted)
        {
            json.WriteStartObject();
            json.WriteString("path", VisibleText.WellFormed("/" + file.Path));
            json.WriteNumber("size", file.Size);
            json.WriteNumber("layer", file.Layer);
            json.WriteNumber("lostIn", file.LostIn);
            json.WriteBoolean("isDeleted", file.IsDeleted);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteContainer(Utf8JsonWriter json, ContainerObservation? container)
    {
        if (container is null)
        {
            json.WriteNull("container");
            return;
        }

        json.WriteStartObject("container");
        json.WriteString("startError", container.StartError);
        if (container.ExitCode is { } code)
        {
            json.WriteNumber("exitCode", code);
        }

        if (container.UserId is { } user)
        {
            json.WriteNumber("userId", user);
        }

        json.WriteString("health", container.Health);
        json.WriteString("healthOutput", container.HealthOutput);
        WriteTexts(json, "ports", (container.Ports ?? []).Select(port => port.ToString()));
        if (container.StopDuration is { } stop)
        {
            json.WriteNumber("stopSeconds", Math.Round(stop.TotalSeconds, 3));
        }

        if (container.ReadyAfter is { } ready)
        {
            json.WriteNumber("readySeconds", Math.Round(ready.TotalSeconds, 3));
        }

        WriteTexts(json, "sandboxNeeds", container.Sandbox?.Options ?? []);
        json.WriteBoolean("wasKilled", container.WasKilled);
        WriteTexts(json, "log", container.Log);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
