namespace Dockerlint.Cache;

/// <summary>What an instruction is to the builder.</summary>
public enum StepKind
{
    /// <summary>FROM: the image or stage a stage starts from.</summary>
    Base,

    /// <summary>A step with a cache key of its own.</summary>
    Cached,

    /// <summary>It changes the state or the configuration of the image only.</summary>
    Metadata,

    /// <summary>The target does not need it.</summary>
    Skipped,
}
