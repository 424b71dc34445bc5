using System.CommandLine;
using System.Text.Json;
using System.Text;
using Dockerlint.Optimizer;
using Dockerlint.Reporting;
using Dockerlint.Rules;
using Dockerlint.Session;
using Dockerlint.Text;
using Dockerlint.Workspace;

namespace Dockerlint.Cli;

/// <summary><c>dockerlint cache optimize</c>: orders and splits of steps that keep the image and let builds reuse more.</summary>
internal static class CacheOptimizeCommand
{
    internal static Command Create()
    {
        var options = new HistoryOptions();
        var format = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        format.TakeOneOf(["text", "json"]);
        var diff = new Option<bool>("--diff") { Description = "Print the proposals as one unified diff and nothing else." };
        var write = new Option<bool>("--write") { Description = "Write the proposals into the Dockerfile." };
        var command = new Command("optimize", "Proposes orders and splits of steps that are shown to keep the image, each with the hit "
            + "rate it would have had in the git history.")
        {
            format, diff, write,
        };
        options.AddTo(command);
        command.SetAction(result =>
        {
            var request = options.Read(result);
            if (request.Optimize(Problems.Tell, out var problem) is not { } optimization)
            {
                return CacheDiffCommand.Fail(problem!);
            }

            var path = Path.Combine(request.Context, request.File);
            if (result.GetValue(write) && optimization.After.Text != optimization.Before.Text)
            {
                if (AtomicFile.TryReplace(path, optimization.Before.ToBytes(), optimization.After.ToBytes(), out var notice) is { } failure)
                {
                    return CacheDiffCommand.Fail($"cannot write {path}: {failure}");
                }

                if (notice is not null)
                {
                    Problems.Tell($"{path}: {notice}");
                }
            }

            var ignore = IgnoreFileChange.Of(request, optimization);
            if (result.GetValue(write) && ignore.Write() is { } unwritten)
            {
                return CacheDiffCommand.Fail(unwritten);
            }

            using var writer = new StreamWriter(new StandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            if (result.GetValue(diff))
            {
                writer.Write(
                    UnifiedDiff.Write(
                    path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path, optimization.Before.Text, optimization.After.Text));
                writer.Write(ignore.Diff());
            }
            else if (result.GetValue(format) == "json")
            {
                WriteJson(optimization, request.File, writer);
            }
            else
            {
                WriteText(optimization, request, ignore, writer);
            }

            return ExitCode.Clean;
        });
        return command;
    }

    private static void WriteText(Optimization found, HistoryRequest request, IgnoreFileChange ignore, StreamWriter writer)
    {
        writer.Write($"{VisibleText.Escape(request.File)}: "
            + $"{Count(found.Proposals.Count)}{Change(found.ReplayBefore.HitRate, found.ReplayAfter.HitRate, found.ReplayBefore.LostPerHundred, found.ReplayAfter.LostPerHundred, "; ")}\n");
        writer.Write(found.History.Built == 0 || found.History.HitRate == found.ReplayBefore.HitRate ? ""
            : $"the history as it was: hit rate {ReplayText.Percent(found.History.HitRate)}, "
            + $"{ReplayText.Seconds(found.History.LostPerHundred)} in 100 commits\n");
        writer.Write(found.ReplayBefore.Built == 0 ? "no build in the history to measure on\n"
            : found.ReplayBefore.Built == found.History.Commits.Count ? ""
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"measured on the {found.ReplayBefore.Built:N0} of "
                + $"{found.History.Commits.Count:N0} commits that can be built with this Dockerfile\n"));
        for (var i = 0; i < found.Proposals.Count; i++)
        {
            var proposal = found.Proposals[i];
            writer.Write($"\n{i + 1}. line {proposal.Line}: {proposal.Title}\n");
            var change = proposal.KeepsHitRate ? "hit rate unchanged; when it is done again, less is downloaded"
                : Change(proposal.HitRateBefore, proposal.HitRateAfter, proposal.LostBefore, proposal.LostAfter, "");
            writer.Write(change.Length == 0 ? "" : $"   {change}\n");
            writer.Write(proposal.KeepsHitRate ? "   on a machine that begins empty: nothing, since its cache mounts are empty\n"
                : proposal is { ColdBefore: { } cold, ColdAfter: { } warmer }
                    ? $"   on a machine that begins empty (mode=min): {ReplayText.Seconds(cold)} -> {ReplayText.Seconds(warmer)}\n" : "");
            writer.Write($"   same image: {proposal.Proof}\n");
        }

        WriteIgnored(found, ignore, writer);
        foreach (var proposal in found.Rejected)
        {
            writer.Write($"\nnot proposed, line {proposal.Line}: {proposal.Title}\n   it would "
                + $"help{Change(proposal.HitRateBefore, proposal.HitRateAfter, proposal.LostBefore, proposal.LostAfter, " (")}"
                + $"{(proposal.HitRateBefore is null ? "" : ")")}, but {VisibleText.Escape(proposal.Doubt!)}\n");
        }

        writer.Write(found.ReplayBefore.Built > 0 && IsEstimate(found)
            ? "\nseconds are an estimate by the kind of each command; --timings takes measured ones\n" : "");
    }

    private static void WriteIgnored(Optimization found, IgnoreFileChange ignore, StreamWriter writer)
    {
        foreach (var proposal in found.Ignored)
        {
            var lines = VisibleText.Escape(string.Join("  ", proposal.Lines));
            var figures = Change(proposal.HitRateBefore, proposal.HitRateAfter, proposal.LostBefore, proposal.LostAfter, "");
            writer.Write(proposal.Doubt is { } doubt ? $"\nnot proposed, {VisibleText.Escape(ignore.Path)}: {proposal.Title}\n"
                    + $"   lines: {lines}\n   it would help ({figures}), but {VisibleText.Escape(doubt)}\n"
                : $"\n{VisibleText.Escape(ignore.Path)}: {proposal.Title}\n   lines: {lines}\n   {figures}\n"
                    + $"   {Commits(proposal.Commits)} for nothing: {VisibleText.Escape(proposal.Reason)}\n"
                    + (proposal.ImageLine is { } line
                        ? $"   the image no longer has them, which line {line} copies: add the lines if nobody "
                            + "wants them there (they are not written)\n" : "   same image\n"));
        }
    }

    private static string Commits(int count) => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"{count:N0} commit{(count == 1 ? " rebuilds" : "s rebuild")} more");

    private static bool IsEstimate(Optimization found) =>
        found.ReplayBefore.Steps.Concat(found.ReplayAfter.Steps).Any(step => step.Time is { IsEstimate: true });

    private static string Count(int count) => count switch { 0 => "nothing to propose", 1 => "1 proposal", _ => $"{count} proposals" };

    private static string Change(double? before, double? after, double lostBefore, double lostAfter, string lead) => before is null ? ""
        : $"{lead}hit rate {ReplayText.Percent(before)} -> {ReplayText.Percent(after)}, {ReplayText.Seconds(lostBefore)} -> "
            + $"{ReplayText.Seconds(lostAfter)} in 100 commits";

    private static void WriteJson(Optimization found, string file, StreamWriter writer)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("file", file);
            json.WriteNumber("builds", found.History.Built);
            ReplayJson.WriteNumber(json, "hitRate", found.History.HitRate, 4);
            ReplayJson.WriteNumber(json, "secondsPer100Commits", found.History.LostPerHundred, 1);
            json.WriteNumber("measuredBuilds", found.ReplayBefore.Built);
            json.WriteBoolean("isEstimate", IsEstimate(found));
            WriteRates(json, found.ReplayBefore.HitRate, found.ReplayAfter.HitRate, found.ReplayBefore.LostPerHundred,
                found.ReplayAfter.LostPerHundred);
            foreach (var (name, proposals) in new[] { ("proposals", found.Proposals), ("notProposed", found.Rejected) })
            {
                json.WriteStartArray(name);
                foreach (var proposal in proposals)
                {
                    json.WriteStartObject();
                    json.WriteNumber("line", proposal.Line);
                    json.WriteString("title", proposal.Title);
                    json.WriteString("proof", proposal.Proof);
                    json.WriteString("doubt", proposal.Doubt);
                    WriteRates(json, proposal.HitRateBefore, proposal.HitRateAfter, proposal.LostBefore, proposal.LostAfter);
                    ReplayJson.WriteNumber(json, "secondsOnEmptyMachineBefore", proposal.ColdBefore, 1);
                    ReplayJson.WriteNumber(json, "secondsOnEmptyMachineAfter", proposal.ColdAfter, 1);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            WriteIgnored(json, found);
            json.WriteString("text", found.After.Text);
            json.WriteEndObject();
        }

        writer.Write(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n");
    }

    private static void WriteIgnored(Utf8JsonWriter json, Optimization found)
    {
        json.WriteStartArray("ignore");
        foreach (var proposal in found.Ignored)
        {
            json.WriteStartObject();
            json.WriteString("title", proposal.Title);
            json.WriteStartArray("lines");
            foreach (var line in proposal.Lines)
            {
                json.WriteStringValue(VisibleText.WellFormed(line));
            }

            json.WriteEndArray();
            json.WriteString("reason", VisibleText.WellFormed(proposal.Reason));
            json.WriteString("doubt", proposal.Doubt is null ? null : VisibleText.WellFormed(proposal.Doubt));
            json.WriteBoolean("keepsImage", proposal.KeepsImage);
            json.WriteNumber("files", proposal.Files);
            json.WriteNumber("commits", proposal.Commits);
            WriteRates(json, proposal.HitRateBefore, proposal.HitRateAfter, proposal.LostBefore, proposal.LostAfter);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRates(Utf8JsonWriter json, double? before, double? after, double lostBefore, double lostAfter)
    {
        ReplayJson.WriteNumber(json, "hitRateBefore", before, 4);
        ReplayJson.WriteNumber(json, "hitRateAfter", after, 4);
        ReplayJson.WriteNumber(json, "secondsPer100CommitsBefore", lostBefore, 1);
        ReplayJson.WriteNumber(json, "secondsPer100CommitsAfter", lostAfter, 1);
    }
}
