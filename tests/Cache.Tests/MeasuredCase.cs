using System.Collections.Immutable;
using System.Text.Json;
using Dockerlint.Cache;
using Dockerlint.Semantics;
using Dockerlint.Testing;

namespace Dockerlint.Tests;

/// <summary>One case that was measured on a real engine: a state, mutations, and what was reused in the end.</summary>
public sealed record MeasuredCase(string Id, string Builder, string Status, JsonElement Json)
{
    /// <summary>Why there are no cases; null if there are.</summary>
    public static string? Missing => All.Count > 0 && Remote.Count > 0 ? null
        : "the files ../shared/cache/*cases.jsonl beside the repository are absent";

    /// <summary>The cases of a builder with its own cache.</summary>
    public static IReadOnlyList<MeasuredCase> All { get; } = ReadAll("cases.jsonl");

    /// <summary>The cases of builders that import a cache, of stores, platforms, options and contexts.</summary>
    public static IReadOnlyList<MeasuredCase> Remote { get; } = ReadAll("remote-cases.jsonl");

    /// <summary>The name before the at sign.</summary>
    public string Name => Id.Split('@')[0];

    /// <summary>What the name begins with: the kind of case.</summary>
    public string Kind => Name.Split('-')[0];

    /// <summary>Why a predictor without the engine's memory cannot be asked for this case; null if it can.</summary>
    public string? OutOfScope
    {
        get
        {
            if (RemoteScope.Reason(this) is { } reason)
            {
                return reason;
            }

            if (Status is not ("measured" or "mutation makes the build fail"))
            {
                return Status.StartsWith("fails", StringComparison.Ordinal) ? "fails in the engine by design"
                    : "the engine does not know the feature";
            }

            var operations = Rounds().SelectMany(round => round).ToList();
            return Json.TryGetProperty("unstable", out var unstable) && unstable.GetBoolean() ? "the engine gave two answers"
                : operations.Exists(operation => Text(operation, "op") == "xattr") ? "extended attributes"
                : operations.Exists(operation => operation.TryGetProperty("keepMtime", out _)) && Text(Json, "transport") != "tar"
                    ? "the upload's blind spot"
                : null;
        }
    }

    /// <summary>The steps that were judged: line, text, and whether it was reused.</summary>
    public IEnumerable<(int Line, string Text, bool IsCached)> Expected =>
        from step in Json.GetProperty("expect").EnumerateArray()
        let cached = step.GetProperty("cached")
        where cached.ValueKind != JsonValueKind.Null
        select (step.GetProperty("line").GetInt32(), Text(step, "instruction")!, cached.GetBoolean());

    /// <summary>The trace of the last build.</summary>
    public InvalidationTrace Predict()
    {
        if (RemoteScope.IsImport(this))
        {
            return RemoteScope.Predict(this);
        }

        var work = new CaseState(this);
        var states = new List<BuildState> { work.State() };
        foreach (var round in Rounds())
        {
            foreach (var operation in round)
            {
                work.Apply(operation);
            }

            states.Add(work.State());
        }

        return InvalidationTrace.After(states.SkipLast(1), states[^1]);
    }

    internal static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    internal IEnumerable<IReadOnlyList<JsonElement>> Rounds()
    {
        var mutation = Json.GetProperty("mutation").EnumerateArray().ToList();
        return mutation.Count > 0 && mutation[0].ValueKind == JsonValueKind.Array
            ? mutation.Select(round => (IReadOnlyList<JsonElement>)[.. round.EnumerateArray()])
            : [mutation];
    }

    private static IReadOnlyList<MeasuredCase> ReadAll(string name)
    {
        var path = Path.GetFullPath(Path.Combine(RepositoryRoot.Path, "..", "shared", "cache", name));
        return File.Exists(path) ? [.. File.ReadLines(path).Select(Read)] : [];
    }

    private static MeasuredCase Read(string line)
    {
        var json = JsonDocument.Parse(line).RootElement;
        return new MeasuredCase(Text(json, "id")!, Text(json, "builder")!, Text(json, "status")!, json);
    }
}
