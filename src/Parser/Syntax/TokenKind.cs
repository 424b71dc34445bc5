namespace Dockerlint.Syntax;

/// <summary>The kinds of tokens.</summary>
public enum TokenKind
{
    /// <summary>The keyword of an instruction, also an unknown one.</summary>
    Keyword,

    /// <summary>The <c>AS</c> of a FROM, or the NONE or CMD of a HEALTHCHECK.</summary>
    SubKeyword,

    /// <summary>A flag with its dashes, up to the equals sign.</summary>
    FlagName,

    /// <summary>The <c>--</c> that ends the flags.</summary>
    FlagsEnd,

    /// <summary>An equals sign between a name and a value.</summary>
    EqualsSign,

    /// <summary>Plain characters of a word.</summary>
    Literal,

    /// <summary>A single or double quote.</summary>
    Quote,

    /// <summary>The escape character and the character behind it.</summary>
    Escape,

    /// <summary>The dollar sign of a variable, with the opening brace if there is one.</summary>
    VariableStart,

    /// <summary>The name of a variable.</summary>
    VariableName,

    /// <summary>The modifier of a substitution, for example <c>:-</c>.</summary>
    VariableOperator,

    /// <summary>The closing brace of a variable.</summary>
    VariableEnd,

    /// <summary>A bracket or comma of a JSON array.</summary>
    JsonPunctuation,

    /// <summary>A string of a JSON array, quotes included.</summary>
    JsonString,

    /// <summary>A command line for a shell.</summary>
    ShellText,

    /// <summary>The lines of a heredoc.</summary>
    HeredocBody,

    /// <summary>The line that ends a heredoc.</summary>
    HeredocTerminator,

    /// <summary>The name of a parser directive with its number sign.</summary>
    DirectiveName,

    /// <summary>The value of a parser directive.</summary>
    DirectiveValue,

    /// <summary>Text no grammar accepted.</summary>
    BadText,

    /// <summary>The end of the file.</summary>
    EndOfFile,
}
