namespace Dockerlint.Verification;

/// <summary>How the image is run. The defaults give it as little as an engine can; each option gives more.</summary>
public sealed record ContainerOptions
{
    /// <summary>How long it has to keep running, and how long ports may take.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The exit code it has to end with; null when it has to keep running.</summary>
    public int? ExpectedExit { get; init; }

    /// <summary>How long HEALTHCHECK may take until it succeeds.</summary>
    public TimeSpan HealthTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long it may take to end after its stop signal.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The network: none, or the name of one of the engine's.</summary>
    public string Network { get; init; } = "none";

    /// <summary>Bytes of memory.</summary>
    public long Memory { get; init; } = 512L << 20;

    /// <summary>Processes.</summary>
    public long Processes { get; init; } = 256;

    /// <summary>Processors.</summary>
    public double Processors { get; init; } = 1;

    /// <summary>Capabilities it keeps.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];

    /// <summary>Whether set-user-ID programs may raise privileges.</summary>
    public bool AllowsNewPrivileges { get; init; }

    /// <summary>Whether the root file system can be written.</summary>
    public bool IsWritable { get; init; }

    /// <summary>Directories that are writable beside /tmp, in memory.</summary>
    public IReadOnlyList<string> TemporaryDirectories { get; init; } = [];

    /// <summary>Environment variables, each <c>K=V</c>.</summary>
    public IReadOnlyList<string> Environment { get; init; } = [];

    /// <summary>Arguments in place of CMD; null for CMD.</summary>
    public IReadOnlyList<string>? Arguments { get; init; }
}
