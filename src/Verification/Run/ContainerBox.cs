using System.Collections.Immutable;

namespace Dockerlint.Verification;

/// <summary>What a container is allowed: our own box, Docker's, or one between the two.</summary>
internal sealed record ContainerBox
{
    // Those of docker run (moby, oci/caps/defaults.go).
    private static readonly string[] s_dockerCapabilities =
    [
        "CHOWN", "DAC_OVERRIDE", "SETGID", "SETUID", "FOWNER", "FSETID", "KILL", "NET_BIND_SERVICE", "SYS_CHROOT", "MKNOD", "NET_RAW",
        "SETFCAP", "SETPCAP", "AUDIT_WRITE",
    ];

    private const long HardMemory = 512L << 20;
    private const long HardProcesses = 256;

    internal required string Network { get; init; }

    /// <summary>0 for no limit.</summary>
    internal long Memory { get; init; }

    /// <summary>0 for no limit.</summary>
    internal long Processes { get; init; }

    /// <summary>0 for no limit.</summary>
    internal double Processors { get; init; }

    internal ImmutableArray<string> Capabilities { get; init; } = [];

    internal bool AllowsNewPrivileges { get; init; }

    internal bool IsWritable { get; init; }

    internal ImmutableArray<string> TemporaryDirectories { get; init; } = [];

    internal ImmutableArray<string> Volumes { get; init; } = [];

    /// <summary>The box the options ask for.</summary>
    internal static ContainerBox Of(ContainerOptions options) => options.IsHardened
        ? new()
        {
            Network = options.Network ?? "none",
            Memory = options.Memory ?? HardMemory,
            Processes = options.Processes ?? HardProcesses,
            Processors = options.Processors ?? 1,
            Capabilities = [.. options.Capabilities.Select(Plain)],
            AllowsNewPrivileges = options.AllowsNewPrivileges,
            IsWritable = options.IsWritable,
            TemporaryDirectories = [.. options.TemporaryDirectories],
            Volumes = [.. options.Volumes],
        }
        : DockersOwn(options);

    /// <summary>What <c>docker run</c> gives, with what the options name.</summary>
    internal static ContainerBox DockersOwn(ContainerOptions options) => new()
    {
        Network = options.Network ?? "bridge",
        Memory = options.Memory ?? 0,
        Processes = options.Processes ?? 0,
        Processors = options.Processors ?? 0,
        Capabilities = [.. s_dockerCapabilities.Union(options.Capabilities.Select(Plain))],
        AllowsNewPrivileges = true,
        IsWritable = true,
        TemporaryDirectories = [.. options.TemporaryDirectories],
        Volumes = [.. options.Volumes],
    };

    /// <summary>Everything that another box allows and this one does not, each with the option that gives it.</summary>
    internal IEnumerable<BoxRelief> ReliefsTo(ContainerBox wider)
    {
        foreach (var capability in wider.Capabilities.Except(Capabilities))
        {
            yield return new($"--cap-add {capability}", box => box with { Capabilities = box.Capabilities.Add(capability) });
        }

        if (wider.IsWritable && !IsWritable)
        {
            yield return BoxRelief.Writable;
        }

        if (wider.AllowsNewPrivileges && !AllowsNewPrivileges)
        {
            yield return new("--allow-new-privileges", static box => box with { AllowsNewPrivileges = true });
        }

        if (wider.Network != Network)
        {
            yield return new($"--network {wider.Network}", box => box with { Network = wider.Network });
        }

        if (wider.Memory != Memory)
        {
            yield return new("--memory 0", static box => box with { Memory = 0 });
        }

        if (wider.Processes != Processes)
        {
            yield return new("--pids 0", static box => box with { Processes = 0 });
        }

        if (wider.Processors != Processors)
        {
            yield return new("--cpus 0", static box => box with { Processors = 0 });
        }
    }

    private static string Plain(string capability) => capability.ToUpperInvariant() is var name
        && name.StartsWith("CAP_", StringComparison.Ordinal) ? name[4..] : name;
}
