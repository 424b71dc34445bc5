namespace Dockerlint.Syntax;

/// <summary>The escape character and the character it protects; at the end of a word it stands alone and means nothing.</summary>
public sealed class EscapedSyntax : WordPartSyntax
{
    internal EscapedSyntax(int start, int length, bool keepsEscape)
        : base(start, length, [new SyntaxToken(TokenKind.Escape, start, length)])
    {
        KeepsEscape = keepsEscape;
    }

    /// <summary>Whether the escape character stays: before an ordinary character within double quotes.</summary>
    internal bool KeepsEscape { get; }

    /// <inheritdoc/>
    public override string LiteralValue => KeepsEscape ? LogicalText : LogicalText[1..];
}
