using System.Collections.Immutable;
using System.Text.Json;
using Dockerlint.Linting.Config;

namespace Dockerlint.Linting.Targets;

/// <summary>
/// Reads the builds of a Bake file in its JSON form. <c>inherits</c> is followed; a value with a variable is taken as written,
/// which makes it unknown. The HCL form is not read.
/// </summary>
public static class BakeReader
{
    /// <summary>The builds of all targets, in the order of the file.</summary>
    /// <param name="text">The file.</param>
    /// <param name="path">Its path, for messages.</param>
    /// <param name="errors">What is wrong.</param>
    public static IReadOnlyList<BuildTarget> Read(string text, string path, ICollection<ConfigError> errors)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(text, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        }
        catch (JsonException exception)
        {
            errors.Add(new ConfigError(path, (int)(exception.LineNumber ?? 0) + 1, (int)(exception.BytePositionInLine ?? 0) + 1, "this is no JSON"));
            return [];
        }

        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("target", out var all)
                || all.ValueKind != JsonValueKind.Object)
            {
                return [];
            }

            var raw = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
            foreach (var target in all.EnumerateObject())
            {
                if (target.Value.ValueKind != JsonValueKind.Object)
                {
                    errors.Add(new ConfigError(path, 1, 1, $"target {target.Name} is not an object"));
                    continue;
                }

                raw[target.Name] = target.Value;
            }

            return [.. raw.Keys.Where(name => !name.StartsWith('_')).Select(name => Read(name, raw))];
        }
    }

    private static BuildTarget Read(string name, Dictionary<string, JsonElement> raw)
    {
        // Weakest first: what is inherited, in its order, then the target itself; each once, so that neither a circle nor many
        // ways to one target can make it long.
        var chain = new List<JsonElement>();
        Gather(name, raw, chain, []);
        var inline = Text(chain, "dockerfile-inline");
        return new BuildTarget(name, Text(chain, "context") ?? ".", inline is null ? Text(chain, "dockerfile") ?? "Dockerfile" : null, inline)
        {
            Target = Text(chain, "target"),
            Arguments = Pairs(chain, "args").ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal),
            NamedContexts = Pairs(chain, "contexts").ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value ?? "", StringComparer.Ordinal),
        };
    }

    private static void Gather(string name, Dictionary<string, JsonElement> raw, List<JsonElement> chain, HashSet<string> seen)
    {
        if (!raw.TryGetValue(name, out var target) || !seen.Add(name))
        {
            return;
        }

        if (target.TryGetProperty("inherits", out var parents))
        {
            foreach (var parent in parents.ValueKind == JsonValueKind.Array ? [.. parents.EnumerateArray()] : new[] { parents })
            {
                if (parent.ValueKind == JsonValueKind.String)
                {
                    Gather(parent.GetString()!, raw, chain, seen);
                }
            }
        }

        chain.Add(target);
    }

    private static string? Text(List<JsonElement> chain, string key) => chain
        .Select(target => target.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null)
        .LastOrDefault(value => value is not null);

    private static Dictionary<string, string?> Pairs(List<JsonElement> chain, string key)
    {
        var pairs = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var target in chain)
        {
            if (target.TryGetProperty(key, out var map) && map.ValueKind == JsonValueKind.Object)
            {
                foreach (var pair in map.EnumerateObject())
                {
                    // An interpolated value depends on variables of the file and of the environment.
                    var text = pair.Value.ValueKind == JsonValueKind.String ? pair.Value.GetString() : null;
                    pairs[pair.Name] = text?.Contains("${", StringComparison.Ordinal) == true ? null : text;
                }
            }
        }

        return pairs;
    }
}
