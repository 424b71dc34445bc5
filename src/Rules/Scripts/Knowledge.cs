namespace Dockerlint.Rules;

/// <summary>What is known of the value of a variable.</summary>
internal enum Knowledge
{
    /// <summary>Nothing.</summary>
    Unknown,

    /// <summary>It is empty, which is harmless only beside something else.</summary>
    Empty,

    /// <summary>It is neither empty nor would it split or match files.</summary>
    Harmless,

    /// <summary>It is a number.</summary>
    Numeric,
}
