using System.Collections.Immutable;
using Dockerlint.Linting.Targets;
using Dockerlint.Semantics.Images;

namespace Dockerlint.Linting;

/// <summary>What several rules have to be told about the place they work in.</summary>
public sealed record LintSettings
{
    /// <summary>Nothing is told.</summary>
    public static LintSettings Default { get; } = new();

    /// <summary>
    /// Registries, or registries with path patterns, that images may come from (<c>*</c> stands for any characters); empty when
    /// every registry is trusted.
    /// </summary>
    public IReadOnlyList<string> TrustedRegistries { get; init; } = [];

    /// <summary>The labels an image must carry, with the form of their values.</summary>
    public ImmutableSortedDictionary<string, LabelForm> LabelSchema { get; init; } =
        ImmutableSortedDictionary.Create<string, LabelForm>(StringComparer.Ordinal);

    /// <summary>Whether labels that are not in the schema are reported.</summary>
    public bool HasStrictLabels { get; init; }

    /// <summary>Whether comments in the files switch nothing off.</summary>
    public bool IgnoresPragmas { get; init; }

    /// <summary>The day of the run, for rules that compare dates; they are silent when it is null.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>Whether comments that switch findings off have to say why.</summary>
    public bool RequiresReasons { get; init; }

    /// <summary>Whether comments that switch nothing off are reported.</summary>
    public bool ReportsUnusedSuppressions { get; init; }

    /// <summary>Codes and names of the rules that the configuration states itself.</summary>
    public IReadOnlyList<string> OwnRuleNames { get; init; } = [];

    /// <summary>Whether Podman or Buildah builds, whatever the names of the files say.</summary>
    public bool IsPodman { get; init; }

    /// <summary>Names of build contexts beside the main one.</summary>
    public IReadOnlyList<string> NamedContexts { get; init; } = [];

    /// <summary>Stages that are built for their own sake, by name or index; empty when the file alone decides.</summary>
    public IReadOnlyList<string> OutputStages { get; init; } = [];

    /// <summary>Build arguments that are given from outside.</summary>
    public ImmutableDictionary<string, string> BuildArguments { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What is known of base images: the public ones, and those that the configuration tells of.</summary>
    public ImageCatalog Images { get; init; } = ImageCatalog.Public;

    /// <summary>
    /// These settings and what a Compose or Bake file says of one build. An argument whose value is not known is left out.
    /// </summary>
    public LintSettings For(BuildTarget build) => this with
    {
        NamedContexts = [.. NamedContexts.Union(build.NamedContexts.Keys)],
        OutputStages = build.Target is null ? OutputStages : [build.Target],
        BuildArguments = BuildArguments.SetItems(
            build.Arguments.Where(pair => pair.Value is not null).Select(pair => new KeyValuePair<string, string>(pair.Key, pair.Value!))),
    };
}
