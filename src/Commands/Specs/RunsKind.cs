namespace Dockerlint.Commands;

/// <summary>How a command runs another.</summary>
public enum RunsKind
{
    /// <summary>The words that follow are a command.</summary>
    Words,

    /// <summary>The value of an option is the command's name, and the words that follow are its arguments.</summary>
    Module,

    /// <summary>A word is the text of a script.</summary>
    ShellText,

    /// <summary>Words between an option and a semicolon or plus sign are a command.</summary>
    Exec,
}
