using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Verification;

/// <summary>What a verification observed.</summary>
public sealed record VerificationReport
{
    /// <summary>The id of the run: the value of the label.</summary>
    public required string RunId { get; init; }

    /// <summary>The version of the engine.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>The image; null when it does not build.</summary>
    public string? ImageId { get; init; }

    /// <summary>Broken promises, unsorted, with their default severities.</summary>
    public IReadOnlyList<Diagnostic> Findings { get; init; } = [];

    /// <summary>The Dockerfile that findings speak of where it was made from the history; null where there was one.</summary>
    public SyntaxTree? Tree { get; init; }

    /// <summary>What was checked and is as it has to be.</summary>
    public IReadOnlyList<KeptPromise> Kept { get; init; } = [];

    /// <summary>What does not apply to this image, and why.</summary>
    public IReadOnlyList<string> Skipped { get; init; } = [];

    /// <summary>Findings that the configuration accepts, each with its reason.</summary>
    public IReadOnlyList<string> Accepted { get; init; } = [];

    /// <summary>How the image differs from the one it was compared with; null without a comparison.</summary>
    public ImageComparison? Comparison { get; init; }

    /// <summary>What is in the image, for a later comparison; null when it was not read.</summary>
    public ImageInventory? Inventory { get; init; }

    /// <summary>The steps of the first build with their times.</summary>
    public IReadOnlyList<StepTiming> Steps { get; init; } = [];

    /// <summary>The scenarios with predictions and observations.</summary>
    public IReadOnlyList<ScenarioOutcome> Scenarios { get; init; } = [];

    /// <summary>The layers of the image from the bottom up; empty when it was not read.</summary>
    public IReadOnlyList<LayerReport> Layers { get; init; } = [];

    /// <summary>Files in layers that are not in the image, largest first.</summary>
    public IReadOnlyList<WastedFile> Wasted { get; init; } = [];

    /// <summary>What the container did; null when it was not run.</summary>
    public ContainerObservation? Container { get; init; }

    /// <summary>What the engine warned of.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>What was not checked, and why.</summary>
    public IReadOnlyList<string> NotChecked { get; init; } = [];

    /// <summary>What is worth knowing and breaks no promise.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>What could not be removed.</summary>
    public IReadOnlyList<string> Left { get; init; } = [];

    /// <summary>Why the engine did not do its part; null when it did. What was observed before is in the report.</summary>
    public string? Problem { get; init; }
}
