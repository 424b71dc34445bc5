using System.Globalization;
using Dockerlint.Cache;
using Dockerlint.Text;

namespace Dockerlint.Reporting;

/// <summary>A replayed history as text: how often each step is reused, what broke it and what that costs.</summary>
public static class ReplayText
{
    private const int MostBreakers = 3;

    // What stands before an instruction takes 42 of the 100 columns that a line has.
    private const int Indent = 42;
    private const int Width = 100 - Indent;

    /// <summary>Writes a replay.</summary>
    /// <param name="replay">The replay.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="caches">The same history with other caches; null where nobody asked.</param>
    /// <param name="showsAll">Whether instructions and breakers are told whole, however long that gets.</param>
    public static void Write(HistoryReplay replay, TextWriter writer, CacheComparison? caches = null, bool showsAll = false)
    {
        ArgumentNullException.ThrowIfNull(replay);
        ArgumentNullException.ThrowIfNull(writer);
        WriteHead(replay, writer);
        if (replay.Plan is { } plan)
        {
            WriteSteps(replay, plan, writer, showsAll);
        }

        if (caches is not null && replay.Built > 0)
        {
            CacheTable.Write(caches, writer);
        }

        foreach (var group in replay.Commits.Where(commit => commit.Problem is not null)
            .GroupBy(commit => commit.Problem, StringComparer.Ordinal))
        {
            writer.Write($"not counted: {CacheText.Count(group.Count(), "commit")} from {Short(group.First().Commit.Id)} on: "
                + $"{VisibleText.Escape(group.Key!)}\n");
        }
    }

    internal static string Short(string commit) => commit.Length > 10 ? commit[..10] : commit;

    /// <summary>A share as a percentage, never rounded up to one hundred.</summary>
    public static string Percent(double? share) =>
        share is { } value ? string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(value * 1000) / 10:0.#} %") : "-";

    /// <summary>Seconds, with a digit behind the point where that says something.</summary>
    public static string Seconds(double seconds) => seconds switch
    {
        0 => "0 s",
        < 10 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.#} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds:N0} s"),
    };

    /// <summary>What broke a step, as far as that fits: <c>src/a.c 12x</c>.</summary>
    internal static string Breaker(StepBreaker breaker) =>
        string.Create(CultureInfo.InvariantCulture, $"{VisibleText.Escape(breaker.Name)} {breaker.Count:N0}x");

    private static void WriteHead(HistoryReplay replay, TextWriter writer)
    {
        if (replay.Commits.Count == 0)
        {
            writer.Write("no commit to replay: the first one of a history has no build before it\n");
            return;
        }

        var range = $"{Short(replay.Commits[0].Commit.Parent)}..{Short(replay.Commits[^1].Commit.Id)}";
        writer.Write($"{CacheText.Count(replay.Commits.Count, "commit")} {range}: {CacheText.Count(replay.Built, "build")}, "
            + string.Create(
                CultureInfo.InvariantCulture, $"{replay.Untouched:N0} of them reuse every step\nhit rate {Percent(replay.HitRate)} of "
                    + $"{CacheText.Count(replay.Counted, "step")}{Doubts(replay)}\n"));
        if (replay.Steps.FirstOrDefault(step => step.Time is not null) is null)
        {
            return;
        }

        var isEstimate = replay.Steps.Any(step => step.Time is { IsEstimate: true });
        writer.Write($"{Seconds(replay.LostPerHundred)} are spent on steps that are done again in 100 commits"
            + (isEstimate ? "\n(estimate: no times were given for the steps marked ~, which count by the kind of their command)"
                : " (measured times)") + "\n");
    }

    // The builds that the rate is of; with a tilde where a likely answer is taken in some, and those that are not known behind a plus.
    private static string Of(ReplayedStep step) => string.Create(CultureInfo.InvariantCulture,
        $"{(step.Assumed > 0 ? "~" : "")}{step.Counted:N0}{(step.Unknown > 0 ? $"+{step.Unknown:N0}?" : "")}");

    // As many as fit on the line, and how many there are besides.
    private static string Breakers(ReplayedStep step)
    {
        var line = "";
        for (var i = 0; i < Math.Min(MostBreakers, step.Breakers.Count); i++)
        {
            var rest = step.Breakers.Count - i - 1;
            var more = rest > 0 ? string.Create(CultureInfo.InvariantCulture, $", {rest:N0} more") : "";
            var longer = (i == 0 ? "" : line + ", ") + (i == 0 ? Cut(step.Breakers[i], Width - more.Length) : Breaker(step.Breakers[i]));
            if (longer.Length + more.Length > Width)
            {
                return line + string.Create(CultureInfo.InvariantCulture, $", {rest + 1:N0} more");
            }

            line = longer;
        }

        return step.Breakers.Count > MostBreakers
            ? line + string.Create(CultureInfo.InvariantCulture, $", {step.Breakers.Count - MostBreakers:N0} more") : line;
    }

    // How often stays, whatever is cut.
    private static string Cut(StepBreaker breaker, int width)
    {
        var times = string.Create(CultureInfo.InvariantCulture, $" {breaker.Count:N0}x");
        return CacheText.Cut(VisibleText.Escape(breaker.Name), width - times.Length) + times;
    }

    private static string Doubts(HistoryReplay replay) =>
        (replay.Assumed > 0 ? string.Create(CultureInfo.InvariantCulture, $", {replay.Assumed:N0} of them as is likely") : "")
        + (replay.Unknown > 0 ? string.Create(CultureInfo.InvariantCulture, $", besides {replay.Unknown:N0} unknown") : "");

    private static void WriteSteps(HistoryReplay replay, LayerPlan plan, TextWriter writer, bool showsAll)
    {
        writer.Write($"\n{"reused",8} {"of builds",10} {"s/100 commits",14}  line  step\n");
        int? stage = -1;
        foreach (var step in replay.Steps)
        {
            if (step.Step.StageIndex != stage)
            {
                stage = step.Step.StageIndex;
                writer.Write($"stage {VisibleText.Escape(CacheText.Stage(plan, step.Step) ?? "")}\n");
            }

            var lost = step.LostPerHundred is { } seconds ? $"{(step.Time!.Value.IsEstimate ? "~" : "")}{Seconds(seconds)}" : "-";
            writer.Write(
                string.Create(
                CultureInfo.InvariantCulture, $"{Percent(step.HitRate),8} {Of(step),10} {lost,14}  {step.Step.Line,4}  "
                    + $"{CacheText.Shown(step.Step, showsAll ? int.MaxValue : Width)}\n"));
            foreach (var line in showsAll ? step.Breakers.Select(Breaker) : step.Breakers.Count > 0 ? [Breakers(step)] : [])
            {
                writer.Write($"{"",Indent}{line}\n");
            }
        }
    }
}
