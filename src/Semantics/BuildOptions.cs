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

    /// <summary>The platform that is built for, which gives the predefined arguments their values; null leaves them open.</summary>
    public TargetPlatform? Platform { get; init; }

    /// <summary>The platform of the machine that builds; it counts where <see cref="Platform"/> is given.</summary>
    public TargetPlatform BuildPlatform { get; init; } = TargetPlatform.Default;

    /// <summary>Build arguments given from outside.</summary>
    public ImmutableDictionary<string, string> BuildArguments { get; init; } = ImmutableDictionary<string, string>.Empty;
}
