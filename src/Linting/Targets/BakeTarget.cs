using System.Collections.Immutable;
using System.Text.Json;

namespace Dockerlint.Linting.Targets;

/// <summary>A target of a Bake file with what it inherits.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Chain">What it consists of, weakest first.</param>
internal sealed record BakeTarget(string Name, IReadOnlyList<JsonElement> Chain)
{
    // A matrix larger than that is no description of builds.
    private const int MostBuilds = 500;

    // Nor is a target that consists of more than that; what lies beyond is passed over.
    private const int LongestChain = 100;

    /// <summary>
    /// Weakest first: what is inherited, in its order, then the target itself; each once, so that neither a circle nor many ways to
    /// one target can make it long.
    /// </summary>
    internal static BakeTarget Inherit(string name, IReadOnlyDictionary<string, JsonElement> all)
    {
        var chain = new List<JsonElement>();
        Gather(name, all, chain, []);
        return new BakeTarget(name, chain);
    }

    /// <summary>Its builds: one, or one for each combination of its matrix.</summary>
    internal IEnumerable<BuildTarget> Builds(BakeVariables variables)
    {
        IEnumerable<BakeVariables> combinations = [variables];
        foreach (var axis in Matrix())
        {
            combinations = combinations.SelectMany(known => axis.Values.Select(value => known.With(axis.Name, value))).Take(MostBuilds);
        }

        return combinations.Select(Build);
    }

    // Where files are is read with all variables; what may come into a message, with those that are nobody's secret.
    private BuildTarget Build(BakeVariables variables)
    {
        var told = variables.Told;
        var (context, dockerfile, inline, stage) = (Text("context"), Text("dockerfile"), Text("dockerfile-inline"), Text("target"));
        var knownContext = context is null ? "." : variables.Expand(context);
        var knownFile = dockerfile is null ? "Dockerfile" : variables.Expand(dockerfile);
        var isPrivate = (context is not null && told.Expand(context) != knownContext)
            || (dockerfile is not null && told.Expand(dockerfile) != knownFile);
        return new BuildTarget(
            Text("name") is { } template ? told.Expand(template) ?? Name : Name,
            knownContext ?? context!,
            inline is null ? knownFile ?? dockerfile : null,
            inline is null ? null : told.Expand(inline) ?? inline)
        {
            WrittenPlace = isPrivate ? $"{context ?? "."}/{dockerfile ?? "Dockerfile"}" : null,
            WrittenContext = context is null ? "." : told.Expand(context) ?? context,
            Target = stage is null ? null : told.Expand(stage) ?? stage,
            IsUnresolved = knownContext is null || (knownFile is null && inline is null),
            Arguments = Pairs("args", told).ToImmutableSortedDictionary(StringComparer.Ordinal),
            NamedContexts = Pairs("contexts", told)
                .ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value ?? "", StringComparer.Ordinal),
        };
    }

    private static void Gather(string name, IReadOnlyDictionary<string, JsonElement> all, List<JsonElement> chain, HashSet<string> seen)
    {
        if (seen.Count >= LongestChain || !all.TryGetValue(name, out var target) || !seen.Add(name))
        {
            return;
        }

        if (target.TryGetProperty("inherits", out var parents))
        {
            foreach (var parent in parents.ValueKind == JsonValueKind.Array ? [.. parents.EnumerateArray()] : new[] { parents })
            {
                if (parent.ValueKind == JsonValueKind.String)
                {
                    Gather(parent.GetString()!, all, chain, seen);
                }
            }
        }

        chain.Add(target);
    }

    private string? Text(string key) => Chain
        .Select(target => target.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null)
        .LastOrDefault(value => value is not null);

    private IEnumerable<(string Name, IReadOnlyList<string?> Values)> Matrix()
    {
        var matrix = Chain.Where(target => target.TryGetProperty("matrix", out var map) && map.ValueKind == JsonValueKind.Object)
            .Select(target => target.GetProperty("matrix")).LastOrDefault();
        if (matrix.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (var axis in matrix.EnumerateObject().Where(axis => axis.Value.ValueKind == JsonValueKind.Array))
        {
            yield return (axis.Name, [.. axis.Value.EnumerateArray().Select(BakeVariables.TextOf)]);
        }
    }

    private Dictionary<string, string?> Pairs(string key, BakeVariables variables)
    {
        var pairs = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var target in Chain)
        {
            if (target.TryGetProperty(key, out var map) && map.ValueKind == JsonValueKind.Object)
            {
                foreach (var pair in map.EnumerateObject())
                {
                    pairs[pair.Name] = BakeVariables.TextOf(pair.Value) is { } text ? variables.Expand(text) : null;
                }
            }
        }

        return pairs;
    }
}
