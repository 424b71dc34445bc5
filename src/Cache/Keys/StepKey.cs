namespace Dockerlint.Cache;

/// <summary>What counts of an instruction that makes a layer.</summary>
/// <param name="Key">What it depends on.</param>
/// <param name="StageFiles">Which of its inputs are files of stages and images.</param>
/// <param name="Effect">What it does to the files of its stage.</param>
internal sealed record StepKey(CacheKey Key, IReadOnlyList<StageFileUse> StageFiles, StepEffect Effect)
{
    /// <summary>Whether it does not depend on what is below it.</summary>
    internal bool IsIndependent { get; init; }

    /// <summary>Why the build fails at it; null when it does not.</summary>
    internal string? Failure { get; init; }
}
