namespace Dockerlint.Cache;

/// <summary>What a stage of a plan starts from: another stage, an image or nothing.</summary>
/// <param name="StageIndex">The stage below; null for an image or scratch.</param>
/// <param name="ImageName">The image; null for a stage or scratch.</param>
/// <param name="Id">What the builder compares of the image.</param>
/// <param name="IsKnown">Whether equal identities are all that makes images equal; false where only names are known.</param>
internal sealed record StageBase(int? StageIndex, string? ImageName, string Id, bool IsKnown)
{
    /// <summary>
    /// Whether nobody knows what the stage is: its base cannot be resolved, or such a stage may or may not need it.
    /// </summary>
    internal bool IsOpen { get; init; }
}
