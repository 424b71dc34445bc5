namespace Dockerlint.Commands;

/// <summary>Which operands are meant.</summary>
public enum OperandRange
{
    /// <summary>None.</summary>
    None,

    /// <summary>All of them.</summary>
    All,

    /// <summary>The first.</summary>
    First,

    /// <summary>The second.</summary>
    Second,

    /// <summary>The last.</summary>
    Last,

    /// <summary>All but the first.</summary>
    ButFirst,

    /// <summary>All but the last.</summary>
    ButLast,
}
