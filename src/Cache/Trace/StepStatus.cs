namespace Dockerlint.Cache;

/// <summary>What the builder does with an instruction.</summary>
public enum StepStatus
{
    /// <summary>Its result is taken from the cache.</summary>
    Reused,

    /// <summary>It is done again.</summary>
    Rebuilt,

    /// <summary>The target does not need it, or the build fails before it.</summary>
    Skipped,

    /// <summary>Its key depends on something that cannot be known here.</summary>
    Unknown,

    /// <summary>The builder has no step for it.</summary>
    Metadata,
}
