namespace Dockerlint.Commands;

/// <summary>Whether a command that runs again gives the same.</summary>
public enum Repeatability
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>The same words and files give the same.</summary>
    Same,

    /// <summary>The same where a lock file, a digest or a version says so.</summary>
    Locked,

    /// <summary>What it gives depends on the day.</summary>
    Moving,
}
