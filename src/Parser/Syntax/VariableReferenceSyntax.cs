namespace Dockerlint.Syntax;

/// <summary>A variable: <c>$x</c>, <c>${x}</c>, or <c>${x}</c> with a modifier and its words.</summary>
public sealed class VariableReferenceSyntax : WordPartSyntax
{
    internal VariableReferenceSyntax(
        int start, int length, SyntaxToken open, SyntaxToken? name, SyntaxToken? modifier, WordSyntax? word,
        SyntaxToken? separator, WordSyntax? replacement, SyntaxToken? close)
        : base(start, length, [open, name, modifier, word, separator, replacement, close])
    {
        IsBraced = open.LogicalLength == 2;
        NameToken = name;
        OperatorToken = modifier;
        Word = word;
        Replacement = replacement;
        HasSeparator = separator is not null;
        IsTerminated = close is not null || !IsBraced;
    }

    /// <summary>Whether it is written with braces.</summary>
    public bool IsBraced { get; }

    /// <summary>The name; empty for a substitution without one.</summary>
    public string Name => NameToken?.LogicalText ?? "";

    /// <summary>The token of the name.</summary>
    public SyntaxToken? NameToken { get; }

    /// <summary>The modifier (<c>:-</c>, <c>-</c>, <c>:+</c>, <c>+</c>, <c>:?</c>, <c>?</c>, <c>#</c>, <c>##</c>, <c>%</c>,
    /// <c>%%</c>, <c>/</c>, <c>//</c>), an unsupported one as written, or null.</summary>
    public string? Operator => OperatorToken?.LogicalText;

    /// <summary>The token of the modifier.</summary>
    public SyntaxToken? OperatorToken { get; }

    /// <summary>The default, alternative, message or pattern behind the modifier.</summary>
    public WordSyntax? Word { get; }

    /// <summary>The replacement of <c>${x/a/b}</c>.</summary>
    public WordSyntax? Replacement { get; }

    /// <summary>Whether the slash between pattern and replacement is there.</summary>
    public bool HasSeparator { get; }

    /// <summary>Whether the closing brace is there, or none is needed.</summary>
    public bool IsTerminated { get; }

    /// <inheritdoc/>
    public override string? LiteralValue => null;
}
