using System.Globalization;
using System.Text;
using System.Text.Json;
using Dockerlint.Cache;

namespace Dockerlint.Reporting;

/// <summary>A replayed history and what could be better as one page that needs nothing else, no network either.</summary>
public static class CacheHtmlReport
{
    // Enough to read in a tooltip; the text and JSON outputs have all.
    private const int MostBreakers = 20;

    private const string Placeholder = "{{DATA}}";

    /// <summary>Writes the page.</summary>
    /// <param name="file">The path of the Dockerfile.</param>
    /// <param name="version">The version of the program.</param>
    /// <param name="replay">The history.</param>
    /// <param name="before">The history built with the Dockerfile as it is now, which proposals are measured against.</param>
    /// <param name="after">The history with all proposals.</param>
    /// <param name="proposals">The proposals, those that were turned down among them.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="repository">The name of the project, for the title; null where nobody knows one.</param>
    public static void Write(string file, string version, HistoryReplay replay, HistoryReplay before, HistoryReplay after,
        IReadOnlyList<ReportedProposal> proposals, TextWriter writer, string? repository = null)
    {
        ArgumentNullException.ThrowIfNull(replay);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(proposals);
        ArgumentNullException.ThrowIfNull(writer);
        using var buffer = new MemoryStream();

        // The encoder writes < and & as escapes, so that no text can end the element the data is in.
        using (var json = new Utf8JsonWriter(buffer, JsonText.Options))
        {
            json.WriteStartObject();
            CacheJsonReporter.WriteShown(json, "file", file);
            CacheJsonReporter.WriteShown(json, "repository", repository);
            json.WriteString("version", version);
            WriteTotals(json, replay, before, after);
            WriteStages(json, replay);
            WriteCommits(json, replay);
            WriteProposals(json, "proposals", proposals.Where(proposal => proposal.Doubt is null));
            WriteProposals(json, "rejected", proposals.Where(proposal => proposal.Doubt is not null));
            json.WriteEndObject();
        }

        var page = Template();
        var place = page.IndexOf(Placeholder, StringComparison.Ordinal);
        writer.Write(page.AsSpan(0, place));
        writer.Write(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
        writer.Write(page.AsSpan(place + Placeholder.Length));
    }

    private static string Template()
    {
        using var stream = typeof(CacheHtmlReport).Assembly.GetManifestResourceStream("cache-report.html")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static void WriteTotals(Utf8JsonWriter json, HistoryReplay replay, HistoryReplay before, HistoryReplay after)
    {
        var plan = replay.Plan;
        json.WriteString("builder", plan is null ? "" : CacheText.Builder(plan));
        CacheJsonReporter.WriteShown(json, "target", plan is null ? null : CacheText.Target(plan));
        json.WriteString("range", replay.Commits.Count == 0 ? ""
            : $"{ReplayText.Short(replay.Commits[0].Commit.Parent)}..{ReplayText.Short(replay.Commits[^1].Commit.Id)}");
        json.WriteNumber("builds", replay.Built);
        json.WriteNumber("untouched", replay.Untouched);
        ReplayJson.WriteNumber(json, "hitRate", replay.HitRate, 4);
        json.WriteNumber("counted", replay.Counted);
        json.WriteNumber("assumed", replay.Assumed);
        json.WriteNumber("unknown", replay.Unknown);
        ReplayJson.WriteNumber(json, "secondsPer100Commits", replay.LostPerHundred, 1);
        json.WriteBoolean("isEstimate", replay.Steps.Concat(after.Steps).Any(step => step.Time is { IsEstimate: true }));
        json.WriteStartObject("before");
        json.WriteNumber("builds", before.Built);
        ReplayJson.WriteNumber(json, "secondsPer100Commits", before.LostPerHundred, 1);
        json.WriteEndObject();
        json.WriteStartObject("after");
        ReplayJson.WriteNumber(json, "hitRate", after.HitRate, 4);
        ReplayJson.WriteNumber(json, "secondsPer100Commits", after.LostPerHundred, 1);
        json.WriteEndObject();
    }

    private static void WriteStages(Utf8JsonWriter json, HistoryReplay replay)
    {
        json.WriteStartArray("stages");
        foreach (var stage in replay.Plan?.Model.Stages ?? [])
        {
            json.WriteStartObject();
            json.WriteNumber("index", stage.Index);
            CacheJsonReporter.WriteShown(json, "name", CacheText.Stage(stage));
            CacheJsonReporter.WriteShown(json, "from", stage.From.LogicalLine.Text.Trim());
            json.WriteBoolean("isNeeded", replay.Plan!.Model.IsReachable(stage));
            json.WriteStartArray("uses");
            foreach (var use in Uses(replay.Plan, stage.Index))
            {
                json.WriteNumberValue(use);
            }

            json.WriteEndArray();
            json.WriteStartArray("steps");
            for (var row = 0; row < replay.Steps.Count; row++)
            {
                if (replay.Steps[row].Step.StageIndex == stage.Index)
                {
                    WriteStep(json, replay.Steps[row], row);
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static IEnumerable<int> Uses(LayerPlan plan, int index)
    {
        var below = plan.Model.Stages[index].Base.Stage?.Index;
        return plan.Steps.Where(step => step.StageIndex == index).SelectMany(step => step.StageFiles).Select(use => use.StageIndex)
            .Append(below)
            .OfType<int>().Where(use => use < index).Distinct().Order();
    }

    private static void WriteStep(Utf8JsonWriter json, ReplayedStep step, int row)
    {
        json.WriteStartObject();
        json.WriteNumber("row", row);
        json.WriteNumber("line", step.Step.Line);
        CacheJsonReporter.WriteShown(json, "text", CacheText.Instruction(step.Step));
        json.WriteNumber("reused", step.Reused);
        json.WriteNumber("rebuilt", step.Rebuilt);
        json.WriteNumber("unknown", step.Unknown);
        json.WriteNumber("assumed", step.Assumed);
        json.WriteNumber("counted", step.Counted);
        ReplayJson.WriteNumber(json, "hitRate", step.HitRate, 4);
        ReplayJson.WriteNumber(json, "seconds", step.Time?.Seconds, 3);
        json.WriteBoolean("isEstimate", step.Time is { IsEstimate: true });
        ReplayJson.WriteNumber(json, "secondsPer100Commits", step.LostPerHundred, 1);
        json.WriteNumber("breakerCount", step.Breakers.Count);
        json.WriteStartArray("breakers");
        foreach (var breaker in step.Breakers.Take(MostBreakers))
        {
            json.WriteStartObject();
            CacheJsonReporter.WriteShown(json, "name", breaker.Name);
            json.WriteNumber("builds", breaker.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCommits(Utf8JsonWriter json, HistoryReplay replay)
    {
        json.WriteStartArray("commits");
        foreach (var commit in replay.Commits)
        {
            json.WriteStartObject();
            json.WriteString("id", commit.Commit.Id);
            CacheJsonReporter.WriteShown(json, "subject", commit.Commit.Subject);
            json.WriteString("time", commit.Commit.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            CacheJsonReporter.WriteShown(json, "problem", commit.Problem);
            json.WriteNumber("reused", commit.Reused);
            json.WriteNumber("rebuilt", commit.Rebuilt);
            json.WriteNumber("unknown", commit.Unknown);
            ReplayJson.WriteNumber(json, "seconds", commit.Seconds, 1);
            CacheJsonReporter.WriteShown(json, "cause", commit.Cause?.Detail);
            json.WriteString("statuses", string.Concat(commit.Statuses.Select(status => status switch
            {
                StepStatus.Reused => 'r',
                StepStatus.Rebuilt => 'b',
                StepStatus.Unknown => 'u',
                _ => '-',
            })));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteProposals(Utf8JsonWriter json, string name, IEnumerable<ReportedProposal> proposals)
    {
        json.WriteStartArray(name);
        foreach (var proposal in proposals)
        {
            json.WriteStartObject();
            json.WriteNumber("line", proposal.Line);
            CacheJsonReporter.WriteShown(json, "title", proposal.Title);
            CacheJsonReporter.WriteShown(json, "proof", proposal.Proof);
            CacheJsonReporter.WriteShown(json, "doubt", proposal.Doubt);
            json.WriteBoolean("keepsHitRate", proposal.KeepsHitRate);
            ReplayJson.WriteNumber(json, "hitRateBefore", proposal.HitRateBefore, 4);
            ReplayJson.WriteNumber(json, "hitRateAfter", proposal.HitRateAfter, 4);
            ReplayJson.WriteNumber(json, "secondsBefore", proposal.SecondsBefore, 1);
            ReplayJson.WriteNumber(json, "secondsAfter", proposal.SecondsAfter, 1);
            CacheJsonReporter.WriteShown(json, "diff", proposal.Diff);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
