using System.Globalization;
using System.Text.Json;
using Dockerlint.Linting.Config;

namespace Dockerlint.Cache;

/// <summary>
/// The seconds of steps that a build really took, read from BuildKit's progress (<c>--progress=rawjson</c> or <c>plain</c>) or from
/// a report of <c>dockerlint verify</c>. Steps that came from the cache say nothing and are left out.
/// </summary>
public sealed class MeasuredTimes
{
    private readonly Dictionary<(string Stage, int Place, string Keyword), double> _byPlace = [];
    private readonly Dictionary<string, double> _byText = new(StringComparer.Ordinal);

    private MeasuredTimes()
    {
    }

    /// <summary>How many steps have a time.</summary>
    public int Count => Math.Max(_byPlace.Count, _byText.Count);

    /// <summary>Reads times; null when the text is none of the formats, or has no step that was done.</summary>
    public static MeasuredTimes? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var times = new MeasuredTimes();
        var start = text.AsSpan().TrimStart();
        if (start.StartsWith("{"))
        {
            times.ReadJson(text);
        }
        else
        {
            times.ReadPlain(text);
        }

        return times.Count > 0 ? times : null;
    }

    /// <summary>The seconds of a step; null when the log has no such step.</summary>
    public double? Find(LayerPlan plan, LayerStep step)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(step);
        if (_byText.TryGetValue(Words(step.Instruction.LogicalLine.Text), out var seconds))
        {
            return seconds;
        }

        // BuildKit counts FROM as the first step of a stage, and calls a stage without a name stage-N unless it is the only one.
        var stage = plan.Model.Stages[step.StageIndex ?? 0];
        var name = stage.Name ?? (plan.Model.Stages.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"stage-{stage.Index}"));
        var place = 2
            + plan.Steps.Count(other => other.StageIndex == step.StageIndex && other.Kind == StepKind.Cached && other.Index < step.Index);
        return _byPlace.TryGetValue((name, place, step.Instruction.Name), out seconds) ? seconds : null;
    }

    private void ReadJson(string text)
    {
        using (var report = JsonInput.Read(text, "", new List<ConfigError>()))
        {
            if (report?.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("steps", out var steps)
                && steps.ValueKind == JsonValueKind.Array)
            {
                foreach (var step in steps.EnumerateArray())
                {
                    ReadReported(step);
                }

                return;
            }
        }

        // Else there is more than one object: a log with one a line.

        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            ReadStatus(line);
        }
    }

    private void ReadReported(JsonElement step)
    {
        if (Text(step, "instruction") is { } instruction
            && !(step.TryGetProperty("cached", out var cached) && cached.ValueKind == JsonValueKind.True)
            && step.TryGetProperty("seconds", out var seconds) && seconds.ValueKind == JsonValueKind.Number
                && seconds.TryGetDouble(out var value) && IsTime(value))
        {
            _byText[Words(instruction)] = value;
        }
    }

    // A line of something else in between is passed over.
    private void ReadStatus(string line)
    {
        using var status = JsonInput.Read(line, "", new List<ConfigError>());
        if (status?.RootElement is not { ValueKind: JsonValueKind.Object } root || !root.TryGetProperty("vertexes", out var vertexes)
            || vertexes.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        foreach (var vertex in vertexes.EnumerateArray())
        {
            if (Text(vertex, "name") is { } name && Text(vertex, "started") is { } started && Text(vertex, "completed") is { } completed
                && !(vertex.TryGetProperty("cached", out var cached) && cached.ValueKind == JsonValueKind.True)
                && DateTimeOffset.TryParse(started, CultureInfo.InvariantCulture, out var from)
                    && DateTimeOffset.TryParse(completed, CultureInfo.InvariantCulture, out var to))
            {
                Add(name, (to - from).TotalSeconds);
            }
        }
    }

    // #7 [build 2/5] RUN make, and later #7 DONE 3.2s or #7 CACHED
    private void ReadPlain(string text)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n'))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            if (!line.StartsWith('#') || space < 2)
            {
                continue;
            }

            var (number, rest) = (line[..space], line[(space + 1)..].TrimEnd('\r'));
            if (rest.StartsWith('['))
            {
                names[number] = rest;
            }
            else if (rest.StartsWith("DONE ", StringComparison.Ordinal) && rest.EndsWith('s') && names.TryGetValue(number, out var name)
                && double.TryParse(rest[5..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds))
            {
                Add(name, seconds);
            }
        }
    }

    // [linux/amd64 build 2/5] RUN make
    private void Add(string name, double seconds)
    {
        var end = name.IndexOf(']', StringComparison.Ordinal);
        if (!name.StartsWith('[') || end < 0 || name.StartsWith("[internal]", StringComparison.Ordinal))
        {
            return;
        }

        var words = name[1..end].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var slash = words.Length == 0 ? -1 : words[^1].IndexOf('/', StringComparison.Ordinal);
        var instruction = Words(name[(end + 1)..]);
        if (slash > 0 && IsTime(seconds)
            && int.TryParse(words[^1].AsSpan(0, slash), NumberStyles.None, CultureInfo.InvariantCulture, out var place))
        {
            var stage = words.Length > 1 && !words[^2].Contains('/', StringComparison.Ordinal) ? words[^2] : "";
            var keyword = instruction.Split(' ')[0].ToUpperInvariant();
            _byPlace[(stage, place, keyword)] = Math.Max(seconds, _byPlace.GetValueOrDefault((stage, place, keyword)));
        }
    }

    // No build takes a thousand years, and sums of such figures are none.
    private static bool IsTime(double seconds) => seconds is >= 0 and <= 3e10;

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString() : null;

    private static string Words(string text) =>
        string.Join(' ', text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
