using System.Collections.Immutable;

namespace Dockerlint.Semantics;

/// <summary>What a build is asked for from outside the file.</summary>
public sealed record BuildOptions
{
    /// <summary>No target, no build arguments.</summary>
    public static BuildOptions Default { get; } = new();

    /// <summary>The stage to build, by name or index; null for the last one.</summary>
    public string? Target { get; init; }

    /// <summary>The program that builds; it decides which of ARG and ENV is in force.</summary>
    public Builder Builder { get; init; }

    /// <summary>Whether Podman or Buildah builds, whatever the name of the file says.</summary>
    public bool IsPodman { get; init; }

    /// <summary>Build arguments given from outside.</summary>
    public ImmutableDictionary<string, string> BuildArguments { get; init; } = ImmutableDictionary<string, string>.Empty;
}
