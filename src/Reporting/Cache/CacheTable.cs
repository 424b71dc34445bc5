using System.Globalization;
using System.Text.Json;
using Dockerlint.Cache;

namespace Dockerlint.Reporting;

/// <summary>One history with different caches, and whether mode=max is worth its upload.</summary>
internal static class CacheTable
{
    private static readonly (CacheReach Reach, string Name, string Words)[] s_rows =
    [
        (CacheReach.Warm, "local", "the machine that built before"),
        (CacheReach.AllStages, "max", "an empty machine, imports mode=max"),
        (CacheReach.TargetChain, "min", "an empty machine, imports mode=min or inline"),
        (CacheReach.None, "none", "an empty machine, imports nothing"),
    ];

    internal static void Write(CacheComparison caches, TextWriter writer)
    {
        writer.Write($"\n{"builds begin with",-46} {"reused",8} {"s/100 commits",14} {"more uploads",13}\n");
        foreach (var (reach, _, words) in s_rows)
        {
            var replay = caches.Replays[reach];
            var uploads = reach == CacheReach.AllStages
                ? string.Create(CultureInfo.InvariantCulture, $"{replay.UploadsPerHundred:N0}") : "";
            writer.Write($"{words,-46} {ReplayText.Percent(replay.HitRate),8} {ReplayText.Seconds(replay.LostPerHundred),14} {uploads,13}"
                .TrimEnd() + "\n");
        }

        writer.Write(Verdict(caches) + "\n");
    }

    internal static void Write(CacheComparison caches, Utf8JsonWriter json)
    {
        json.WriteStartObject("caches");
        foreach (var (reach, name, _) in s_rows)
        {
            var replay = caches.Replays[reach];
            json.WriteStartObject(name);
            ReplayJson.WriteNumber(json, "hitRate", replay.HitRate, 4);
            ReplayJson.WriteNumber(json, "secondsPer100Commits", replay.LostPerHundred, 1);
            json.WriteEndObject();
        }

        ReplayJson.WriteNumber(json, "savedByMax", caches.SavedByMax, 1);
        ReplayJson.WriteNumber(json, "uploadsOfMax", caches.UploadsOfMax, 1);
        ReplayJson.WriteNumber(json, "breakEvenSecondsPerUpload", caches.BreakEven, 1);
        json.WriteString("verdict", Verdict(caches));
        json.WriteEndObject();
    }

    /// <summary>The answer in words, on lines of at most 100 columns.</summary>
    internal static string Verdict(CacheComparison caches)
    {
        var uploads = string.Create(CultureInfo.InvariantCulture, $"{caches.UploadsOfMax:0.#}");
        return caches is { SavedByMax: <= 0, BreakEven: null }
            ? "mode=max keeps nothing that mode=min does not: min is enough"
            : caches.SavedByMax <= 0 ? $"mode=max saves nothing here, and uploads the results of {uploads} steps more: min is enough"
            : caches.BreakEven is not { } worth
            ? $"mode=max saves {ReplayText.Seconds(caches.SavedByMax)} in 100 commits and uploads no more than mode=min: take it"
            : $"mode=max saves {ReplayText.Seconds(caches.SavedByMax)} in 100 commits, and uploads the results of {uploads} steps more:\n"
                + $"it is worth it while uploading and fetching one of them takes less than {ReplayText.Seconds(worth)}";
    }
}
