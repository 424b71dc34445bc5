namespace Dockerlint.Syntax;

/// <summary>The kinds of trivia.</summary>
public enum TriviaKind
{
    /// <summary>Blanks within a line.</summary>
    Blank,

    /// <summary>A line end.</summary>
    EndOfLine,

    /// <summary>A comment without its line end.</summary>
    Comment,

    /// <summary>The escape character at the end of a line, blanks behind it, and the line end.</summary>
    Continuation,

    /// <summary>The byte order mark.</summary>
    ByteOrderMark,

    /// <summary>Characters that mean nothing to the parser.</summary>
    Skipped,
}
