using System.Text.Json;
using Dockerlint.Linting.Config;

namespace Dockerlint.Linting.Targets;

/// <summary>
/// Reads the builds of a Bake file in its JSON form, with <c>inherits</c>, <c>matrix</c>, and variables by their defaults or the
/// environment. A value that needs a function is unknown. The HCL form is not read.
/// </summary>
public static class BakeReader
{
    // All targets with all combinations of their matrices; more than that is no description of builds.
    private const int MostBuilds = 5000;

    /// <summary>The builds of all targets, in the order of the file.</summary>
    /// <param name="text">The file.</param>
    /// <param name="path">Its path, for messages.</param>
    /// <param name="errors">What is wrong.</param>
    /// <param name="sources">The environment; null for none.</param>
    public static IReadOnlyList<BuildTarget> Read(
        string text, string path, ICollection<ConfigError> errors, BuildFileSources? sources = null)
    {
        var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        if (JsonInput.Read(text, path, errors, options) is not { } document)
        {
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

            var variables = BakeVariables.Of(document.RootElement, sources ?? BuildFileSources.None);
            List<BuildTarget> builds =
                [.. raw.Keys.Where(name => !name.StartsWith('_')).SelectMany(name => BakeTarget.Inherit(name, raw).Builds(variables))
                    .Take(MostBuilds + 1)];
            if (builds.Count > MostBuilds)
            {
                errors.Add(new ConfigError(path, 1, 1, $"more than {MostBuilds} builds"));
                return [];
            }

            return builds;
        }
    }
}
