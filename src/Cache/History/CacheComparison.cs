namespace Dockerlint.Cache;

/// <summary>One history with different caches: what answers whether mode=max is worth its upload.</summary>
public sealed class CacheComparison
{
    private CacheComparison(IReadOnlyDictionary<CacheReach, HistoryReplay> replays) => Replays = replays;

    /// <summary>The history by what each build finds of the one before.</summary>
    public IReadOnlyDictionary<CacheReach, HistoryReplay> Replays { get; }

    /// <summary>The seconds of rebuilding that mode=max saves in 100 commits, compared with mode=min.</summary>
    public double SavedByMax => Replays[CacheReach.TargetChain].LostPerHundred - Replays[CacheReach.AllStages].LostPerHundred;

    /// <summary>The results that 100 commits upload with mode=max and would not with mode=min.</summary>
    public double UploadsOfMax => Replays[CacheReach.AllStages].UploadsPerHundred;

    /// <summary>
    /// The seconds that uploading and fetching one of these results may take until mode=max costs more than it saves; null when it
    /// uploads nothing that mode=min does not.
    /// </summary>
    public double? BreakEven => UploadsOfMax > 0 ? SavedByMax / UploadsOfMax : null;

    /// <summary>Replays a history with each cache.</summary>
    /// <param name="commits">The commits, oldest first.</param>
    /// <param name="options">How they are replayed.</param>
    /// <param name="known">What is known already: the replay with these options.</param>
    public static CacheComparison Run(IReadOnlyList<HistoryCommit> commits, ReplayOptions options, HistoryReplay known)
    {
        ArgumentNullException.ThrowIfNull(commits);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(known);
        return new CacheComparison(Enum.GetValues<CacheReach>().ToDictionary(
            reach => reach, reach => reach == options.Reach ? known : HistoryReplay.Run(commits, options with { Reach = reach })));
    }
}
