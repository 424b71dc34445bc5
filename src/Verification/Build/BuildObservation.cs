namespace Dockerlint.Verification;

/// <summary>What an engine did when it was asked for a build.</summary>
public sealed record BuildObservation
{
    /// <summary>The image; null when the build failed.</summary>
    public string? ImageId { get; init; }

    /// <summary>Why it failed; null when it did not.</summary>
    public string? Error { get; init; }

    /// <summary>The steps in the order in which the engine first told of them.</summary>
    public IReadOnlyList<ObservedStep> Steps { get; init; } = [];

    /// <summary>What the engine warned of.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>From the request to its end.</summary>
    public TimeSpan Duration { get; init; }
}
