namespace Dockerlint.Verification;

/// <summary>What happened during a build.</summary>
public enum BuildProgressKind
{
    /// <summary>Another part of the verification began; the step names it.</summary>
    Phase,

    /// <summary>A step began.</summary>
    Started,

    /// <summary>A step was taken from the cache.</summary>
    Cached,

    /// <summary>A step ended.</summary>
    Completed,

    /// <summary>A step failed.</summary>
    Failed,

    /// <summary>A step wrote a line.</summary>
    Log,
}
