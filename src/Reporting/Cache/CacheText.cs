using System.Globalization;
using Dockerlint.Cache;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Reporting;

/// <summary>The words that all cache reports share.</summary>
internal static class CacheText
{
    private const int LongestInstruction = 100;

    internal static string Builder(LayerPlan plan) => plan.State.Settings.Builder == Semantics.Builder.Classic ? "classic" : "buildkit";

    /// <summary>The target's name, or its index; null when there is no stage.</summary>
    internal static string? Target(LayerPlan plan) => plan.Model.Target is { } stage ? Stage(stage) : null;

    internal static string Stage(Stage stage) => stage.Name ?? stage.Index.ToString(CultureInfo.InvariantCulture);

    internal static string? Stage(LayerPlan plan, LayerStep step) => step.StageIndex is { } index ? Stage(plan.Model.Stages[index]) : null;

    /// <summary>The instruction on one line, whole.</summary>
    internal static string Instruction(LayerStep step)
    {
        var text = string.Join(
            ' ', step.Instruction.LogicalLine.Text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return step.IsTrigger && !text.StartsWith("ONBUILD ", StringComparison.OrdinalIgnoreCase) ? "ONBUILD " + text : text;
    }

    /// <summary>The instruction on one line, safe for a terminal and cut where it gets long.</summary>
    internal static string Shown(LayerStep step, int width = LongestInstruction) => Cut(VisibleText.Escape(Instruction(step)), width);

    /// <summary>A text that is safe for a terminal, cut where it gets longer than a width.</summary>
    internal static string Cut(string text, int width)
    {
        var end = width - 3;
        return text.Length <= width ? text : text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "...";
    }

    internal static string Status(StepStatus status) => status switch
    {
        StepStatus.Reused => "reused",
        StepStatus.Rebuilt => "rebuilt",
        StepStatus.Skipped => "skipped",
        StepStatus.Unknown => "unknown",
        _ => "metadata",
    };

    internal static string Certainty(StepCertainty certainty) => certainty switch
    {
        StepCertainty.Likely => "likely",
        StepCertainty.Open => "open",
        _ => "certain",
    };

    /// <summary>The kind of a cause as the JSON output spells it.</summary>
    internal static string Kind(CauseKind kind)
    {
        var name = kind.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>Such as <c>3 reused, 2 rebuilt</c>.</summary>
    internal static string Summary(InvalidationTrace trace) => string.Join(", ",
        Enum.GetValues<StepStatus>().Where(status => trace.Count(status) > 0).Select(status =>
            string.Create(CultureInfo.InvariantCulture, $"{trace.Count(status)} {Status(status)}")));

    /// <summary>A count with its noun.</summary>
    internal static string Count(long count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>Bytes in the largest unit that leaves at least one.</summary>
    internal static string Bytes(long bytes) => bytes switch
    {
        < 1000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.#} kB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.#} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.#} GB"),
    };

    internal static bool IsFrom(LayerStep step) => step.Instruction is FromInstruction;
}
