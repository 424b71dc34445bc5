using System.Collections.Immutable;

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
}
