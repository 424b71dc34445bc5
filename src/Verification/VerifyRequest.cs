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

    /// <summary>Whether there is a Dockerfile; else the history of the image takes its place.</summary>
    public bool HasDockerfile { get; init; } = true;

    /// <summary>An image to be verified in place of a build; null to build.</summary>
    public string? Image { get; init; }

    /// <summary>The name that the built image gets when it is accepted; null for none.</summary>
    public string? Tag { get; init; }

    /// <summary>Whether the report is good enough for the name.</summary>
    public Func<VerificationReport, bool> IsGood { get; init; } = static report => report.Problem is null && report.Findings.Count == 0;

    /// <summary>What the project itself expects of the image.</summary>
    public ImmutableArray<Expectation> Expectations { get; init; } = [];

    /// <summary>What the image is compared with; null for nothing.</summary>
    public ComparisonRequest? Comparison { get; init; }

    /// <summary>Findings that are accepted.</summary>
    public ImmutableArray<AcceptedFinding> Accepted { get; init; } = [];

    /// <summary>Whether images and containers stay.</summary>
    public bool Keeps { get; init; }
}
