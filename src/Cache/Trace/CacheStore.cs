namespace Dockerlint.Cache;

/// <summary>
/// A builder's cache: it begins empty, remembers the result of every build it is given, and says what each build would reuse. It
/// keeps results for ever, as no engine does.
/// </summary>
public sealed class CacheStore
{
    internal Dictionary<string, string> Results { get; } = new(StringComparer.Ordinal);

    internal HashSet<string> Images { get; } = new(StringComparer.Ordinal);

    internal HashSet<string> Tags { get; } = new(StringComparer.Ordinal);

    /// <summary>The last build; null before the first.</summary>
    public BuildOutcome? Last { get; private set; }

    private int _count;

    internal string NewResult() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"r{_count++}");

    /// <summary>Runs a build against the cache and keeps its results.</summary>
    public BuildOutcome Build(LayerPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Last = new BuildEvaluation(this, plan).Run();
        Tags.UnionWith(plan.State.Settings.Tags);
        return Last;
    }
}
