using System.Collections.Immutable;

namespace Dockerlint.Verification;

/// <summary>What the configuration of the image has to say; null and empty for what does not matter.</summary>
/// <param name="Name">Its name for people.</param>
public sealed record MetadataExpectation(string Name) : Expectation(Name)
{
    /// <summary>Environment variables.</summary>
    public ImmutableArray<PairExpectation> Environment { get; init; } = [];

    /// <summary>Variables that may not be set.</summary>
    public ImmutableArray<string> UnboundEnvironment { get; init; } = [];

    /// <summary>Labels.</summary>
    public ImmutableArray<PairExpectation> Labels { get; init; } = [];

    /// <summary>Ports that are exposed.</summary>
    public ImmutableArray<string> Ports { get; init; } = [];

    /// <summary>Ports that are not.</summary>
    public ImmutableArray<string> UnexposedPorts { get; init; } = [];

    /// <summary>Volumes.</summary>
    public ImmutableArray<string> Volumes { get; init; } = [];

    /// <summary>Paths that are no volume.</summary>
    public ImmutableArray<string> UnmountedVolumes { get; init; } = [];

    /// <summary>The entry point.</summary>
    public ImmutableArray<string>? Entrypoint { get; init; }

    /// <summary>The command.</summary>
    public ImmutableArray<string>? Command { get; init; }

    /// <summary>The user.</summary>
    public string? User { get; init; }

    /// <summary>The working directory.</summary>
    public string? WorkingDirectory { get; init; }
}
