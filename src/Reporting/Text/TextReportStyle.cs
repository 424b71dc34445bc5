namespace Dockerlint.Reporting;

/// <summary>How the report for people is shown.</summary>
public sealed record TextReportStyle
{
    /// <summary>Whether terminal colours are used.</summary>
    public bool HasColor { get; init; }

    /// <summary>Whether codes are links (OSC 8) to their pages.</summary>
    public bool HasLinks { get; init; }

    /// <summary>How many cells a line may have, at least 40.</summary>
    public int Width { get => field; init => field = Math.Max(40, value); } = 120;

    /// <summary>Whether a run that found nothing says so.</summary>
    public bool TellsSuccess { get; init; }
}
