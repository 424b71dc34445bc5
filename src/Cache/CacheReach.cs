namespace Dockerlint.Cache;

/// <summary>What a builder finds of the build before.</summary>
public enum CacheReach
{
    /// <summary>It made that build itself and keeps its cache.</summary>
    Warm,

    /// <summary>Nothing: it begins with an empty cache.</summary>
    None,

    /// <summary>
    /// It begins empty and imports what was exported with mode=min, or inline: the keys of all steps, but results of the target and the
    /// stages it starts from only.
    /// </summary>
    TargetChain,

    /// <summary>It begins empty and imports what was exported with mode=max: the results of all steps the target needed.</summary>
    AllStages,
}
