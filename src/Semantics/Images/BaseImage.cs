namespace Dockerlint.Semantics.Images;

/// <summary>
/// What is known of an image that a stage starts from. Every fact may be missing: null means that nobody knows, an empty text or
/// list that there is none.
/// </summary>
public sealed record BaseImage
{
    /// <summary>The empty image: nothing is in it, and nothing is set.</summary>
    public static BaseImage Scratch { get; } = new()
    {
        User = "",
        WorkingDirectory = "/",
        SystemShell = NoName,
        Shell = [],
        Entrypoint = [],
        Command = [],
        Ports = [],
        Volumes = [],
        Variables = [],
        Triggers = [],
        HasHealthcheck = false,
        System = NoName,
        PackageManager = NoName,
        IsEmpty = true,
    };

    /// <summary>The value of <see cref="SystemShell"/>, <see cref="System"/>
    /// and <see cref="PackageManager"/> where there is none.</summary>
    public const string NoName = "none";

    /// <summary>Systems, as <see cref="System"/> names them.</summary>
    public static IReadOnlyList<string> Systems { get; } =
    [
        "alma", "alpine", "amazon", "arch", "azurelinux", "busybox", "centos", "debian", "distroless", "fedora", "oracle", "photon",
        "redhat", "rocky", "suse", "ubuntu", "windows", "wolfi", NoName,
    ];

    /// <summary>Package managers, as <see cref="PackageManager"/> names them.</summary>
    public static IReadOnlyList<string> PackageManagers { get; } =
        ["apk", "apt", "dnf", "microdnf", "pacman", "tdnf", "yum", "zypper", NoName];

    /// <summary>Shells, as <see cref="SystemShell"/> names them; ash is that of BusyBox.</summary>
    public static IReadOnlyList<string> SystemShells { get; } = ["ash", "bash", "cmd", "dash", NoName];

    /// <summary>The user that containers run as; empty where the image sets none, which means root.</summary>
    public string? User { get; init; }

    /// <summary>The working directory; <c>/</c> where the image sets none.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Which program <c>/bin/sh</c> is (<c>cmd</c> on Windows), one of <see cref="SystemShells"/>.</summary>
    public string? SystemShell { get; init; }

    /// <summary>The SHELL that the image sets for its heirs; empty for the default.</summary>
    public IReadOnlyList<string>? Shell { get; init; }

    /// <summary>ENTRYPOINT in its exec form.</summary>
    public IReadOnlyList<string>? Entrypoint { get; init; }

    /// <summary>CMD in its exec form.</summary>
    public IReadOnlyList<string>? Command { get; init; }

    /// <summary>Exposed ports with their protocol, such as <c>80/tcp</c>.</summary>
    public IReadOnlyList<string>? Ports { get; init; }

    /// <summary>Paths of volumes.</summary>
    public IReadOnlyList<string>? Volumes { get; init; }

    /// <summary>Names of the environment variables it sets.</summary>
    public IReadOnlyList<string>? Variables { get; init; }

    /// <summary>Keywords of its ONBUILD triggers in order.</summary>
    public IReadOnlyList<string>? Triggers { get; init; }

    /// <summary>Whether it has a health check.</summary>
    public bool? HasHealthcheck { get; init; }

    /// <summary>The system it stands on, one of <see cref="Systems"/>.</summary>
    public string? System { get; init; }

    /// <summary>The package manager it has, one of <see cref="PackageManagers"/>.</summary>
    public string? PackageManager { get; init; }

    /// <summary>Programs that are known to be in it, and <c>ca-certificates</c>.</summary>
    public IReadOnlyList<string> Programs { get; init; } = [];

    /// <summary>Programs that are known not to be in it.</summary>
    public IReadOnlyList<string> MissingPrograms { get; init; } = [];

    /// <summary>Where the facts were read: repository, commit and path of a public file and its date,
    /// or a place in a configuration.</summary>
    public string? Source { get; init; }

    /// <summary>Whether the version that is asked for is newer than all that were read; the facts are those of the newest.</summary>
    public bool IsNewerThanRead { get; init; }

    // Only of the empty image is it known that no program at all is in it.
    private bool IsEmpty { get; init; }

    /// <summary>Whether a program (or <c>ca-certificates</c>) is in it; null when nobody knows.</summary>
    public bool? Has(string program) => Programs.Contains(program) ? true : IsEmpty || MissingPrograms.Contains(program) ? false : null;

    /// <summary>The facts of this one, and those of another where it says nothing.</summary>
    public BaseImage Over(BaseImage? other) => other is null ? this : this with
    {
        User = User ?? other.User,
        WorkingDirectory = WorkingDirectory ?? other.WorkingDirectory,
        SystemShell = SystemShell ?? other.SystemShell,
        Shell = Shell ?? other.Shell,
        Entrypoint = Entrypoint ?? other.Entrypoint,
        Command = Command ?? other.Command,
        Ports = Ports ?? other.Ports,
        Volumes = Volumes ?? other.Volumes,
        Variables = Variables ?? other.Variables,
        Triggers = Triggers ?? other.Triggers,
        HasHealthcheck = HasHealthcheck ?? other.HasHealthcheck,
        System = System ?? other.System,
        PackageManager = PackageManager ?? other.PackageManager,
        Programs = [.. Programs.Union(other.Programs.Except(MissingPrograms))],
        MissingPrograms = [.. MissingPrograms.Union(other.MissingPrograms.Except(Programs))],
        Source = Source ?? other.Source,
        IsNewerThanRead = IsNewerThanRead || other.IsNewerThanRead,
        IsEmpty = false,
    };
}
