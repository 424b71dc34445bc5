using System.Collections.Immutable;
using Dockerlint.Linting.Config;

namespace Dockerlint.Linting.Targets;

/// <summary>
/// Reads the builds of a Compose file, as the Compose Specification describes them. A value with a variable that only the
/// environment knows is unknown; <c>${X:-default}</c> gives its default.
/// </summary>
public static class ComposeReader
{
    /// <summary>The builds of all services, in the order of the file.</summary>
    /// <param name="text">The file.</param>
    /// <param name="path">Its path, for messages.</param>
    /// <param name="errors">What is wrong.</param>
    public static IReadOnlyList<BuildTarget> Read(string text, string path, ICollection<ConfigError> errors)
    {
        if (ConfigYaml.Read(text, path, errors) is not ConfigMapping root)
        {
            return [];
        }

        if (root.Find("services") is not ConfigMapping services)
        {
            return [];
        }

        var targets = new List<BuildTarget>();
        foreach (var (name, node) in services.Entries)
        {
            if (node is not ConfigMapping service || service.Find("build") is not { } build)
            {
                continue;
            }

            switch (build)
            {
                case ConfigScalar { IsNull: false } context:
                    targets.Add(new BuildTarget(name.Text, ComposeVariables.Expand(context.Text) ?? context.Text, "Dockerfile"));
                    break;
                case ConfigMapping mapping:
                    targets.Add(Read(name.Text, mapping));
                    break;
                default:
                    errors.Add(new ConfigError(path, build.Line, build.Column, $"build of {name.Text} is a path or a mapping, not {build.Kind}"));
                    break;
            }
        }

        return targets;
    }

    private static BuildTarget Read(string name, ConfigMapping build)
    {
        var inline = Text(build, "dockerfile_inline");
        return new BuildTarget(name, Text(build, "context") ?? ".", inline is null ? Text(build, "dockerfile") ?? "Dockerfile" : null, inline)
        {
            Target = Text(build, "target"),
            Arguments = Pairs(build.Find("args")).ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal),
            NamedContexts = Pairs(build.Find("additional_contexts"))
                .ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value ?? "", StringComparer.Ordinal),
        };
    }

    // An inline Dockerfile keeps its variables: Compose writes a dollar sign of it as two.
    private static string? Text(ConfigMapping mapping, string key) =>
        mapping.Find(key) is ConfigScalar { IsNull: false } scalar ? ComposeVariables.Expand(scalar.Text) ?? scalar.Text : null;

    // A mapping, or a list of KEY=VALUE; the last of several equal keys holds.
    private static Dictionary<string, string?> Pairs(ConfigNode? node)
    {
        var pairs = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (node is ConfigMapping mapping)
        {
            foreach (var (key, value) in mapping.Entries)
            {
                pairs[key.Text] = value is ConfigScalar { IsNull: false } scalar ? ComposeVariables.Expand(scalar.Text) : null;
            }
        }
        else if (node is ConfigSequence list)
        {
            foreach (var item in list.Items.OfType<ConfigScalar>())
            {
                var equals = item.Text.IndexOf('=', StringComparison.Ordinal);
                pairs[equals < 0 ? item.Text : item.Text[..equals]] = equals < 0 ? null : ComposeVariables.Expand(item.Text[(equals + 1)..]);
            }
        }

        return pairs;
    }
}
