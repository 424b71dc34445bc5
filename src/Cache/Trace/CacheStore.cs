using System.Collections.Immutable;

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

    // What was built on what, for steps whose keys depend on files that nobody can foresee.
    private readonly Dictionary<string, List<(CacheKey Content, CacheKey? Definition, string Result)>> _built = new(StringComparer.Ordinal);

    internal void Remember(string parent, CacheKey content, CacheKey? definition, string result)
    {
        if (!_built.TryGetValue(parent, out var steps))
        {
            _built[parent] = steps = [];
        }

        steps.Add((content, definition, result));
    }

    /// <summary>The results of earlier builds that a step may find if files that are made again come out as they were.</summary>
    internal ImmutableHashSet<string> Possible(IEnumerable<string> parents, CacheKey content, CacheKey? definition) =>
    [
        .. parents.SelectMany(parent => _built.GetValueOrDefault(parent) ?? [])
            .Where(built => MayBeEqual(built.Content, content) || (definition is not null && built.Definition?.Digest == definition.Digest))
            .Select(built => built.Result),
    ];

    private static bool MayBeEqual(CacheKey one, CacheKey other) =>
        one.Inputs.Count == other.Inputs.Count && one.Inputs.Zip(other.Inputs).All(pair => MayBeEqual(pair.First, pair.Second));

    private static bool MayBeEqual(KeyInput one, KeyInput other)
    {
        var kind = CacheKey.Counted(one.Kind);
        if (kind != CacheKey.Counted(other.Kind) || one.Name != other.Name)
        {
            return false;
        }

        // A digest of context files and a description of stage files do not compare unless all of the stage's is known.
        return one.Value == other.Value
            || (kind == KeyInputKind.Files && FileDescription.MayBeEqual(one.Value ?? "", other.Value ?? ""));
    }

    internal string NewResult() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"r{_count++}");

    /// <summary>Runs a build against the cache and keeps its results.</summary>
    public BuildOutcome Build(LayerPlan plan) => Build(plan, ImmutableDictionary<int, MissingResult>.Empty);

    /// <summary>Runs a build where the results of some steps are not there, though their keys are.</summary>
    internal BuildOutcome Build(LayerPlan plan, IReadOnlyDictionary<int, MissingResult> missing)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Last = new BuildEvaluation(this, plan, missing).Run();
        Tags.UnionWith(plan.State.Settings.Tags);
        return Last;
    }
}
