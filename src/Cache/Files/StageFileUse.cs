using Dockerlint.Semantics.Context;

namespace Dockerlint.Cache;

/// <summary>Files a step takes from another stage or image.</summary>
/// <param name="StageIndex">The stage; null for an image.</param>
/// <param name="ImageName">The image; null for a stage.</param>
/// <param name="Path">The path or pattern, from the root.</param>
/// <param name="Name">How the Dockerfile calls the stage or image.</param>
/// <param name="IsMount">Whether it is a mount, which knows no patterns.</param>
public sealed record StageFileUse(int? StageIndex, string? ImageName, string Path, string Name, bool IsMount)
{
    /// <summary>Whether the path is a pattern.</summary>
    public bool IsPattern => !IsMount && PathGlob.IsPattern(Path);
}
