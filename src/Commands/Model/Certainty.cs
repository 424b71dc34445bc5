namespace Dockerlint.Commands;

/// <summary>How sure it is that a command does something, when it runs.</summary>
public enum Certainty
{
    /// <summary>It does so whatever its options say.</summary>
    Always,

    /// <summary>An option says so.</summary>
    Stated,

    /// <summary>Options could say otherwise, and none does.</summary>
    Default,

    /// <summary>It depends on words that only a running shell knows, or on what the command finds.</summary>
    Conditional,
}
