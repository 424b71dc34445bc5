using System.Collections.Immutable;

namespace Dockerlint.Commands;

/// <summary>Something that a command does.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Certainty">How sure that is.</param>
/// <param name="Spec">What the manual says of it.</param>
/// <param name="Targets">The words it is done with or to: files, addresses, users, packages.</param>
public sealed record Effect(EffectKind Kind, Certainty Certainty, EffectSpec Spec, ImmutableArray<CommandWord> Targets)
{
    /// <summary>The packages that are named.</summary>
    public ImmutableArray<PackageRequest> Packages { get; init; } = [];

    /// <summary>The manifests that options name.</summary>
    public ImmutableArray<CommandWord> Manifests { get; init; } = [];

    /// <summary>Where the result goes; null when that is not said.</summary>
    public CommandWord? Output { get; init; }
}
