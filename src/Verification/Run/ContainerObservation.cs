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

    /// <summary>The users of its first processes; empty when they could not be seen.</summary>
    public IReadOnlyList<string> ProcessUsers { get; init; } = [];

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

    /// <summary>From its start until it ended or was stopped.</summary>
    public TimeSpan RanFor { get; init; }

    /// <summary>Whether ports, health check, log and probes were as they have to be.</summary>
    public bool IsReady { get; init; }

    /// <summary>When it was ready; null when it never was.</summary>
    public TimeSpan? ReadyAfter { get; init; }

    /// <summary>What it has to be ready for and was not.</summary>
    public IReadOnlyList<ReadinessGap> Missing { get; init; } = [];

    /// <summary>The paths it wrote; known only of a run with a writable root.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>What it needs beyond our own box; null when it needs nothing, or that was not looked for.</summary>
    public SandboxVerdict? Sandbox { get; init; }

    /// <summary>Whether another run of the image reached what this one did.</summary>
    internal bool Fits(ContainerObservation other) => (StartError is null) == (other.StartError is null)
        && ExitCode == other.ExitCode
        && IsOutOfMemory == other.IsOutOfMemory
        && (!IsReady || other.IsReady)
        && (other.ProcessUsers.Count == 0 || ProcessUsers.All(other.ProcessUsers.Contains))
        && (Ports ?? []).All(port => other.Ports is null || other.Ports.Any(found => found.ToString() == port.ToString()));
}
