namespace Dockerlint.Optimizer;

/// <summary>Lines for .dockerignore that spare rebuilds for which nothing changed that a build reads.</summary>
/// <param name="Title">What they keep out of the context.</param>
/// <param name="Lines">The lines, exceptions behind the patterns they belong to.</param>
/// <param name="Reason">Why no step misses the files, a sentence without a full stop.</param>
public sealed record IgnoreProposal(string Title, IReadOnlyList<string> Lines, string Reason)
{
    /// <summary>Why it is not sure that no step misses them; null when it is.</summary>
    public string? Doubt { get; init; }

    /// <summary>The line of the step that brings the files into the image, which then lacks them; null when none does.</summary>
    public int? ImageLine { get; init; }

    /// <summary>Files of the context that the lines keep out.</summary>
    public int Files { get; init; }

    /// <summary>Commits of the history that rebuild something and would rebuild less with the lines.</summary>
    public int Commits { get; init; }

    /// <summary>Seconds that 100 commits spend on rebuilding before it.</summary>
    public double LostBefore { get; init; }

    /// <summary>Seconds afterwards.</summary>
    public double LostAfter { get; init; }

    /// <summary>The hit rate before it.</summary>
    public double? HitRateBefore { get; init; }

    /// <summary>The hit rate afterwards.</summary>
    public double? HitRateAfter { get; init; }

    /// <summary>Whether it can be written without a change of the image.</summary>
    public bool KeepsImage => Doubt is null && ImageLine is null;
}
