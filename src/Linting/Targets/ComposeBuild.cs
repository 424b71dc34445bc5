using System.Collections.Immutable;
using Dockerlint.Linting.Config;

namespace Dockerlint.Linting.Targets;

/// <summary>The <c>build</c> of a service before its variables are expanded; what it does not say is null or empty.</summary>
internal sealed record ComposeBuild
{
    private string? Context { get; init; }

    private string? Dockerfile { get; init; }

    private string? Inline { get; init; }

    private string? TargetStage { get; init; }

    private ImmutableDictionary<string, string?> Arguments { get; init; } = ImmutableDictionary<string, string?>.Empty;

    private ImmutableDictionary<string, string?> Contexts { get; init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>Reads a path or a mapping; null for anything else.</summary>
    internal static ComposeBuild? From(ConfigNode node) => node switch
    {
        ConfigScalar { IsNull: false } context => new ComposeBuild { Context = context.Text },
        ConfigMapping mapping => new ComposeBuild
        {
            Context = Text(mapping, "context"),
            Dockerfile = Text(mapping, "dockerfile"),
            Inline = Text(mapping, "dockerfile_inline"),
            TargetStage = Text(mapping, "target"),
            Arguments = Pairs(mapping.Find("args")),
            Contexts = Pairs(mapping.Find("additional_contexts")),
        },
        _ => null,
    };

    /// <summary>The same as seen from another folder.</summary>
    /// <param name="folder">The folder that its paths start from, relative to the other one; empty when they are the same.</param>
    internal ComposeBuild Below(string folder) =>
        folder.Length == 0 || (Context is { } context && (context.Contains("://", StringComparison.Ordinal) || context.StartsWith('/')))
        ? this
        : this with { Context = $"{folder}/{Context ?? "."}" };

    /// <summary>What holds when another build is extended by this one.</summary>
    internal ComposeBuild Over(ComposeBuild weaker) => new()
    {
        Context = Context ?? weaker.Context,
        Dockerfile = Dockerfile ?? (Inline is null ? weaker.Dockerfile : null),
        Inline = Inline ?? (Dockerfile is null ? weaker.Inline : null),
        TargetStage = TargetStage ?? weaker.TargetStage,
        Arguments = weaker.Arguments.SetItems(Arguments),
        Contexts = weaker.Contexts.SetItems(Contexts),
    };

    /// <summary>The build with its variables expanded.</summary>
    internal BuildTarget Target(string service, BuildFileSources sources)
    {
        // Where files are is read with all variables; what may come into a message, with those that are nobody's secret.
        string? Expand(string? text) => text is null ? null : ComposeVariables.Expand(text, sources.Variable);
        string? Tell(string? text) => text is null || IsPrivate(text, sources) ? null : Expand(text);
        var (context, dockerfile) = (Expand(Context), Expand(Dockerfile));
        var isPrivate = IsPrivate(Context, sources) || IsPrivate(Dockerfile, sources);
        return new BuildTarget(
            service, context ?? Context ?? ".", Inline is null ? dockerfile ?? Dockerfile ?? "Dockerfile" : null,
            Inline is null ? null : ComposeVariables.Fill(Inline, sources.Variable, sources.IsPrivate))
        {
            WrittenPlace = isPrivate ? $"{Context ?? "."}/{Dockerfile ?? "Dockerfile"}" : null,
            WrittenContext = Tell(Context) ?? Context ?? ".",
            Target = Tell(TargetStage) ?? TargetStage,
            IsUnresolved = (Context is not null && context is null) || (Dockerfile is not null && dockerfile is null),
            Arguments = Arguments.ToImmutableSortedDictionary(
                pair => pair.Key, pair => Tell(pair.Value ?? $"${{{pair.Key}}}"), StringComparer.Ordinal),
            NamedContexts = Contexts.ToImmutableSortedDictionary(pair => pair.Key, pair => Tell(pair.Value) ?? "", StringComparer.Ordinal),
        };
    }

    private static bool IsPrivate(string? text, BuildFileSources sources)
    {
        var isPrivate = false;
        _ = text is null ? null : ComposeVariables.Expand(text, name =>
        {
            var value = sources.Variable(name);
            isPrivate |= value is not null && sources.IsPrivate(name);
            return value;
        });
        return isPrivate;
    }

    private static string? Text(ConfigMapping mapping, string key) =>
        mapping.Find(key) is ConfigScalar { IsNull: false } scalar ? scalar.Text : null;

    // A mapping, or a list of KEY=VALUE; the last of several equal keys holds. A key alone has its value from the environment.
    private static ImmutableDictionary<string, string?> Pairs(ConfigNode? node)
    {
        var pairs = ImmutableDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        foreach (var (key, value) in (node as ConfigMapping)?.Entries ?? [])
        {
            pairs[key.Text] = value is ConfigScalar { IsNull: false } scalar ? scalar.Text : null;
        }

        foreach (var item in (node as ConfigSequence)?.Items.OfType<ConfigScalar>() ?? [])
        {
            var equals = item.Text.IndexOf('=', StringComparison.Ordinal);
            pairs[equals < 0 ? item.Text : item.Text[..equals]] = equals < 0 ? null : item.Text[(equals + 1)..];
        }

        return pairs.ToImmutable();
    }
}
