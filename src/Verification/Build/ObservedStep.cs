namespace Dockerlint.Verification;

/// <summary>A step as the engine told it.</summary>
/// <param name="Name">The engine's name for it.</param>
public sealed record ObservedStep(string Name)
{
    /// <summary>The stage's name as the engine calls it; empty when the file has one stage.</summary>
    public string Stage { get; init; } = "";

    /// <summary>Its number in the stage (BuildKit) or in the file (classic), from 1; 0 for a step that is no instruction.</summary>
    public int Number { get; init; }

    /// <summary>Whether the result came from the cache.</summary>
    public bool IsCached { get; init; }

    /// <summary>Whether it was begun and ended.</summary>
    public bool IsComplete { get; init; }

    /// <summary>How long it took; null when the engine does not tell.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Why it failed; null when it did not.</summary>
    public string? Error { get; init; }

    /// <summary>The last lines it wrote.</summary>
    public IReadOnlyList<string> Log { get; init; } = [];
}
