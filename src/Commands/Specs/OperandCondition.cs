namespace Dockerlint.Commands;

/// <summary>Whether there have to be operands.</summary>
public enum OperandCondition
{
    /// <summary>There may be some or none.</summary>
    Any,

    /// <summary>There is at least one.</summary>
    Some,

    /// <summary>There is none.</summary>
    None,

    /// <summary>There is a path among them.</summary>
    Paths,
}
