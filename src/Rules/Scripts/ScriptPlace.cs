namespace Dockerlint.Rules;

/// <summary>In what sort of place an expansion stands: what becomes of its value there.</summary>
internal enum ScriptPlace
{
    /// <summary>An argument of a command: split and taken as a pattern.</summary>
    Argument,

    /// <summary>The name of a command, and all of it.</summary>
    CommandName,

    /// <summary>The file of a redirection, or the text of a here-string.</summary>
    Redirect,

    /// <summary>A value behind the equals sign of export, local and their like.</summary>
    DeclaredValue,

    /// <summary>In double quotes.</summary>
    Quoted,

    /// <summary>The value of an assignment.</summary>
    Assignment,

    /// <summary>An element of an array.</summary>
    Element,

    /// <summary>In arithmetic.</summary>
    Arithmetic,

    /// <summary>In another expansion.</summary>
    Modifier,

    /// <summary>In double brackets.</summary>
    Conditional,

    /// <summary>The word of case.</summary>
    CaseSubject,

    /// <summary>A pattern of case.</summary>
    CasePattern,

    /// <summary>A word that for or select goes over.</summary>
    LoopWord,

    /// <summary>The lines of a heredoc.</summary>
    Heredoc,
}
