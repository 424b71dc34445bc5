namespace Dockerlint.ShellCheck;

/// <summary>Whether ShellCheck is used.</summary>
public enum ShellCheckMode
{
    /// <summary>Where it is installed.</summary>
    Auto,

    /// <summary>Never.</summary>
    Off,

    /// <summary>Always; without it the run fails.</summary>
    Required,
}
