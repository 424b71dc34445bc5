namespace Dockerlint.Commands;

/// <summary>How long a command takes, by its kind.</summary>
public enum CostClass
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>No time to speak of.</summary>
    Trivial,

    /// <summary>The time to copy files.</summary>
    Files,

    /// <summary>The time of a download.</summary>
    Download,

    /// <summary>The time of an installation of system packages.</summary>
    SystemPackages,

    /// <summary>The time to install the dependencies of a project.</summary>
    Dependencies,

    /// <summary>The time to compile a project.</summary>
    Compile,
}
