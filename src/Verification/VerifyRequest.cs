using System.Collections.Immutable;
using Dockerlint.Syntax;

namespace Dockerlint.Verification;

/// <summary>What is to be verified, and how far.</summary>
/// <param name="Tree">The Dockerfile.</param>
/// <param name="Build">The build.</param>
public sealed record VerifyRequest(SyntaxTree Tree, BuildRequest Build)
{
    /// <summary>Whether default scenarios are built: for each source of a COPY one in which a file of it has changed.</summary>
    public bool RunsScenarios { get; init; }

    /// <summary>Files of the context to change, each a scenario.</summary>
    public ImmutableArray<string> Changes { get; init; } = [];

    /// <summary>Build arguments to change, each a scenario.</summary>
    public ImmutableArray<KeyValuePair<string, string>> ArgumentChanges { get; init; } = [];

    /// <summary>Whether two builds without cache are compared.</summary>
    public bool ChecksReproducibility { get; init; }

    /// <summary>Whether the image is run.</summary>
    public bool RunsContainer { get; init; } = true;

    /// <summary>Whether the image's files are looked at.</summary>
    public bool ReadsImage { get; init; } = true;

    /// <summary>How the image is run.</summary>
    public ContainerOptions Container { get; init; } = new();

    /// <summary>How large the image may be.</summary>
    public ImageLimits Limits { get; init; } = new();

    /// <summary>How long one build may take.</summary>
    public TimeSpan BuildTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long running the image, or reading it, may take.</summary>
    public TimeSpan RunTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether images and containers stay.</summary>
    public bool Keeps { get; init; }
}
