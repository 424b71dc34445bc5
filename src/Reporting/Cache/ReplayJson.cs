using System.Text;
using System.Text.Json;
using Dockerlint.Cache;

namespace Dockerlint.Reporting;

/// <summary>A replayed history as one JSON object: totals, one entry a step, one entry a commit.</summary>
public static class ReplayJson
{
    /// <summary>Writes a replay.</summary>
    /// <param name="replay">The replay.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="caches">The same history with other caches; null where nobody asked.</param>
    public static void Write(HistoryReplay replay, TextWriter writer, CacheComparison? caches = null)
    {
        ArgumentNullException.ThrowIfNull(replay);
        ArgumentNullException.ThrowIfNull(writer);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonText.Options))
        {
            WriteReplay(json, replay, caches);
        }

        writer.Write(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
        writer.Write('\n');
    }

    internal static void WriteReplay(Utf8JsonWriter json, HistoryReplay replay, CacheComparison? caches = null)
    {
        json.WriteStartObject();
        json.WriteNumber("builds", replay.Built);
        json.WriteNumber("untouched", replay.Untouched);
        WriteNumber(json, "hitRate", replay.HitRate, 4);
        json.WriteNumber("counted", replay.Counted);
        json.WriteNumber("assumed", replay.Assumed);
        json.WriteNumber("unknown", replay.Unknown);
        WriteNumber(json, "secondsPer100Commits", replay.LostPerHundred, 1);
        json.WriteBoolean("isEstimate", replay.Steps.Any(step => step.Time is { IsEstimate: true }));
        json.WriteStartArray("steps");
        foreach (var step in replay.Steps)
        {
            WriteStep(json, step);
        }

        json.WriteEndArray();
        json.WriteStartArray("commits");
        foreach (var commit in replay.Commits)
        {
            json.WriteStartObject();
            json.WriteString("id", commit.Commit.Id);
            CacheJsonReporter.WriteShown(json, "subject", commit.Commit.Subject);
            json.WriteString("time", commit.Commit.Time);
            CacheJsonReporter.WriteShown(json, "problem", commit.Problem);
            json.WriteNumber("reused", commit.Reused);
            json.WriteNumber("rebuilt", commit.Rebuilt);
            json.WriteNumber("unknown", commit.Unknown);
            json.WriteNumber("assumed", commit.Assumed);
            WriteNumber(json, "seconds", commit.Seconds, 1);
            CacheJsonReporter.WriteShown(json, "cause", commit.Cause?.Detail);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (caches is not null)
        {
            CacheTable.Write(caches, json);
        }

        json.WriteEndObject();
    }

    private static void WriteStep(Utf8JsonWriter json, ReplayedStep step)
    {
        json.WriteStartObject();
        CacheJsonReporter.WriteText(json, "stage", CacheText.Stage(step.Plan, step.Step));
        json.WriteNumber("line", step.Step.Line);
        CacheJsonReporter.WriteText(json, "instruction", CacheText.Instruction(step.Step));
        json.WriteNumber("reused", step.Reused);
        json.WriteNumber("rebuilt", step.Rebuilt);
        json.WriteNumber("unknown", step.Unknown);
        json.WriteNumber("assumed", step.Assumed);
        json.WriteNumber("counted", step.Counted);
        WriteNumber(json, "hitRate", step.HitRate, 4);
        WriteNumber(json, "seconds", step.Time?.Seconds, 3);
        if (step.Time is { } time)
        {
            json.WriteBoolean("isEstimate", time.IsEstimate);
        }

        WriteNumber(json, "secondsPer100Commits", step.LostPerHundred, 1);
        json.WriteStartArray("breakers");
        foreach (var breaker in step.Breakers)
        {
            json.WriteStartObject();
            json.WriteString("kind", CacheText.Kind(breaker.Kind));
            CacheJsonReporter.WriteText(json, "name", breaker.Name);
            json.WriteNumber("builds", breaker.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes a rounded number, or null.</summary>
    public static void WriteNumber(Utf8JsonWriter json, string name, double? value, int digits)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, Math.Round(number, digits));
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
