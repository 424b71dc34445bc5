namespace Dockerlint.Verification;

/// <summary>What a container did.</summary>
public sealed record ContainerObservation
{
    /// <summary>Why it did not start; null when it did.</summary>
    public string? StartError { get; init; }

    /// <summary>The code it ended with by itself; null when it kept running.</summary>
    public long? ExitCode { get; init; }

    /// <summary>Whether the memory limit ended it.</summary>
    public bool IsOutOfMemory { get; init; }

    /// <summary>The user of the first process as the kernel sees it; null when it could not be seen.</summary>
    public long? UserId { get; init; }

    /// <summary>The arguments of the first process; empty when they could not be seen.</summary>
    public IReadOnlyList<string> CommandLine { get; init; } = [];

    /// <summary>The signals the first process catches, bit 0 is signal 1; null when that could not be seen.</summary>
    public ulong? CaughtSignals { get; init; }

    /// <summary>The ports that are listened on; null when they could not be seen.</summary>
    public IReadOnlyList<ListenedPort>? Ports { get; init; }

    /// <summary>The state of the health check at the end; empty without one.</summary>
    public string Health { get; init; } = "";

    /// <summary>The code the last run of the health check ended with; null when none has ended.</summary>
    public long? HealthExitCode { get; init; }

    /// <summary>What the last run of the health check wrote.</summary>
    public string HealthOutput { get; init; } = "";

    /// <summary>The time from the stop signal to the end; null when it was not stopped.</summary>
    public TimeSpan? StopDuration { get; init; }

    /// <summary>Whether it had to be killed.</summary>
    public bool WasKilled { get; init; }

    /// <summary>The last lines it wrote.</summary>
    public IReadOnlyList<string> Log { get; init; } = [];
}
