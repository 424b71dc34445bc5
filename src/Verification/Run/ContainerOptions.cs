using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Dockerlint.Verification;

/// <summary>How the image is run. The defaults give it as little as an engine can; each option gives more.</summary>
public sealed record ContainerOptions
{
    /// <summary>How long it has to keep running: as long as an engine waits until it takes a container for started.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The exit code it has to end with; null when it has to keep running.</summary>
    public int? ExpectedExit { get; init; }

    /// <summary>How long it may take until it is ready: HEALTHCHECK succeeds, ports are listened on, logs and probes answer.</summary>
    public TimeSpan HealthTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long it may take to end after its stop signal.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether it is shut in more tightly than <c>docker run</c> does.</summary>
    public bool IsHardened { get; init; } = true;

    /// <summary>The network: none, or the name of one of the engine's; null for that of the box.</summary>
    public string? Network { get; init; }

    /// <summary>Bytes of memory, 0 for no limit; null for those of the box.</summary>
    public long? Memory { get; init; }

    /// <summary>Processes, 0 for no limit; null for those of the box.</summary>
    public long? Processes { get; init; }

    /// <summary>Processors, 0 for no limit; null for those of the box.</summary>
    public double? Processors { get; init; }

    /// <summary>Capabilities it keeps.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];

    /// <summary>Whether set-user-ID programs may raise privileges.</summary>
    public bool AllowsNewPrivileges { get; init; }

    /// <summary>Whether the root file system can be written.</summary>
    public bool IsWritable { get; init; }

    /// <summary>Directories that are writable beside /tmp, in memory.</summary>
    public IReadOnlyList<string> TemporaryDirectories { get; init; } = [];

    /// <summary>Paths of volumes without a name, and folders of the machine as <c>/here:/there[:ro]</c>.</summary>
    public IReadOnlyList<string> Volumes { get; init; } = [];

    /// <summary>Environment variables, each <c>K=V</c>.</summary>
    public IReadOnlyList<string> Environment { get; init; } = [];

    /// <summary>The user; null for that of the image.</summary>
    public string? User { get; init; }

    /// <summary>Whether the engine's init is process 1.</summary>
    public bool HasInit { get; init; }

    /// <summary>Arguments in place of CMD; null for CMD.</summary>
    public IReadOnlyList<string>? Arguments { get; init; }

    /// <summary>What a line of the log has to match before the container is ready; null for nothing.</summary>
    public Regex? ReadyLog { get; init; }

    /// <summary>Requests that have to be answered before the container is ready.</summary>
    public ImmutableArray<HttpProbe> Probes { get; init; } = [];
}
