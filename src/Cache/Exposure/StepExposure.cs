namespace Dockerlint.Cache;

/// <summary>What a step depends on and what depends on it.</summary>
/// <param name="Step">The step.</param>
public sealed record StepExposure(LayerStep Step)
{
    /// <summary>Files of the context that its own key reads.</summary>
    public int Files { get; init; }

    /// <summary>Their bytes.</summary>
    public long Bytes { get; init; }

    /// <summary>Build arguments in its own key, in order.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Stages and images it takes files from, as the Dockerfile calls them.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Addresses on the network whose answer is not fixed by a checksum.</summary>
    public IReadOnlyList<string> Unpinned { get; init; } = [];

    /// <summary>Whether its own key reads the whole context.</summary>
    public bool ReadsWholeContext { get; init; }

    /// <summary>Files whose change can rebuild it: its own and those of the steps it builds on.</summary>
    public int ReachedFiles { get; init; }

    /// <summary>Build arguments whose change can rebuild it, in ordinal order.</summary>
    public IReadOnlyList<string> ReachedArguments { get; init; } = [];

    /// <summary>Base images whose change can rebuild it, in ordinal order.</summary>
    public IReadOnlyList<string> ReachedImages { get; init; } = [];

    /// <summary>Steps that are rebuilt with it, at worst.</summary>
    public int Behind { get; init; }
}
