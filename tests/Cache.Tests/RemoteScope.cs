using Dockerlint.Cache;

namespace Dockerlint.Tests;

/// <summary>Which of the cases of imported caches two states and one cache can tell, and how.</summary>
internal static class RemoteScope
{
    // Steps behind a COPY --from on scratch: the engine sometimes asks for the source stage although the COPY itself is found.
    private static readonly string[] s_scratch = ["rc-v-one-scr-append-wd", "rc-v-one-scr-append-two", "rc-scratch-append-context"];

    /// <summary>Why a case is no question that two states and one cache answer; null when it is.</summary>
    internal static string? Reason(MeasuredCase measured)
    {
        if (MeasuredCase.Text(measured.Json, "group") is not { } group)
        {
            return null;
        }

        var texts = measured.Json.GetRawText();
        return measured.Status.StartsWith("first build failed", StringComparison.Ordinal) || measured.Status == "failed"
            ? "the first build fails"
            : group == "bake" ? "Bake"
            : group == "git" ? "contexts from git"
            : measured.Json.TryGetProperty("builds", out _) && !IsPair(measured) ? "a history of several builds or exports"
            : texts.Contains("--build-context", StringComparison.Ordinal) ? "named contexts"
            : texts.Contains("linux/amd64,", StringComparison.Ordinal) || texts.Contains("linux/arm64,", StringComparison.Ordinal)
                ? "several platforms at once"
            : measured.Id.EndsWith("-mixed", StringComparison.Ordinal) ? "an export of another store"
            : s_scratch.Contains(measured.Name) ? "steps behind COPY --from on scratch, which an engine treats by chance"
            : null;
    }

    /// <summary>Whether another builder imports what the first one exported.</summary>
    internal static bool IsImport(MeasuredCase measured) => MeasuredCase.Text(measured.Json, "group") == "import" || IsPair(measured);

    // One build exports once, and one that begins empty imports that.
    private static bool IsPair(MeasuredCase measured) => measured.Json.TryGetProperty("builds", out var builds)
        && builds.EnumerateArray().ToList() is [var first, var second]
        && first.TryGetProperty("to", out var to) && to.GetArrayLength() == 1 && !first.TryGetProperty("mayFail", out _)
        && second.TryGetProperty("cold", out _) && second.TryGetProperty("from", out var from) && from.GetArrayLength() == 1
        && from[0].GetString() == MeasuredCase.Text(to[0], "name");

    /// <summary>The trace of the build that imports.</summary>
    internal static InvalidationTrace Predict(MeasuredCase measured)
    {
        var work = new CaseState(measured);
        var mode = MeasuredCase.Text(measured.Json, "cacheMode");
        if (IsPair(measured))
        {
            var builds = measured.Json.GetProperty("builds");
            work.Prepare(builds[0]);
            mode = MeasuredCase.Text(builds[0].GetProperty("to")[0], "mode") ?? "min";
        }

        var before = work.State();
        if (IsPair(measured))
        {
            work.Prepare(measured.Json.GetProperty("builds")[1]);
        }
        else
        {
            foreach (var operation in measured.Rounds().SelectMany(round => round))
            {
                work.Apply(operation);
            }
        }

        return InvalidationTrace.Between(before, work.State(), mode == "max" ? CacheReach.AllStages : CacheReach.TargetChain);
    }
}
