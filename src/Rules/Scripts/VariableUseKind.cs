namespace Dockerlint.Rules;

/// <summary>What a script does to a variable at one place.</summary>
internal enum VariableUseKind
{
    /// <summary>Reads it.</summary>
    Read,

    /// <summary>Reads it where another value stands in if it is not set.</summary>
    GuardedRead,

    /// <summary>Sets it.</summary>
    Set,

    /// <summary>Says that there is one, without a value.</summary>
    Declared,

    /// <summary>Gives it to the commands that run.</summary>
    Exported,
}
