namespace Dockerlint.Linting.Config;

/// <summary>Who checks the scripts of a file.</summary>
public enum ShellCheckMode
{
    /// <summary>What is best where nobody says anything: our own checks.</summary>
    Auto,

    /// <summary>Our own checks.</summary>
    Native,

    /// <summary>The program ShellCheck, where it is found.</summary>
    Program,

    /// <summary>Our own checks, and the program for what they do not know.</summary>
    Both,

    /// <summary>Nobody.</summary>
    Off,

    /// <summary>The program; it is an error when it is not found.</summary>
    Required,
}
