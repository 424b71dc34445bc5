namespace Dockerlint.Linting;

/// <summary>How grave a finding is, gravest first.</summary>
public enum Severity
{
    /// <summary>The build fails or the image is wrong.</summary>
    Error,

    /// <summary>Likely a mistake.</summary>
    Warning,

    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>A matter of form.</summary>
    Style,

    /// <summary>Not reported.</summary>
    Ignore,
}
