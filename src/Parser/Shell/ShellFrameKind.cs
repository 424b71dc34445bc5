namespace Dockerlint.Syntax.Shell;

/// <summary>Kinds of open constructs of the scanner.</summary>
internal enum ShellFrameKind
{
    Root,
    Parenthesis,
    Substitution,
    Case,
    Backtick,
    Array,
    Glob,
    DoubleQuote,
    Parameter,
    Arithmetic,
}
