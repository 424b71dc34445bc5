namespace Dockerlint.Linting.Config;

/// <summary>Whether scripts are given to ShellCheck.</summary>
public enum ShellCheckMode
{
    /// <summary>Where the program is found.</summary>
    Auto,

    /// <summary>Never.</summary>
    Off,

    /// <summary>Always; it is an error when the program is not found.</summary>
    Required,
}
