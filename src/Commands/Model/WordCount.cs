namespace Dockerlint.Commands;

/// <summary>How many words a word of a script becomes.</summary>
public enum WordCount
{
    /// <summary>One word: it has no expansion, or they are all quoted or known.</summary>
    One,

    /// <summary>At least one: some text is known, and an expansion without quotes may split it.</summary>
    OneOrMore,

    /// <summary>Any number, none included: all of it is an expansion without quotes.</summary>
    Any,
}
