namespace Dockerlint.Commands;

/// <summary>What an option takes as its value.</summary>
public enum OptionValue
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The rest of the word or the next word.</summary>
    Required,

    /// <summary>The rest of the word, or nothing: never the next word.</summary>
    Optional,

    /// <summary>The rest of the word or the next word, unless that is an option; else nothing.</summary>
    Placed,

    /// <summary>The rest of the word, or the next word if that is a number; else nothing.</summary>
    Number,

    /// <summary>The next two words.</summary>
    Two,

    /// <summary>All words up to the next option.</summary>
    UntilOption,

    /// <summary>The next word, and nothing behind it is an option.</summary>
    Rest,
}
