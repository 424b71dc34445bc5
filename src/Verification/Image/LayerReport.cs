namespace Dockerlint.Verification;

/// <summary>A layer for a report.</summary>
/// <param name="Line">The line of the instruction that made it, the FROM for layers of the base; null when that is not known.</param>
/// <param name="CreatedBy">What the history says, or the instruction.</param>
/// <param name="Size">The bytes of its files.</param>
/// <param name="Files">How many paths it has.</param>
/// <param name="IsBase">Whether it belongs to the base image.</param>
public sealed record LayerReport(int? Line, string CreatedBy, long Size, int Files, bool IsBase)
{
    /// <summary>The bytes of files in it that a later layer deletes or replaces.</summary>
    public long Wasted { get; init; }

    /// <summary>Its largest files.</summary>
    public IReadOnlyList<ImageFile> Largest { get; init; } = [];
}
