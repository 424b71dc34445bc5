namespace Dockerlint.Syntax;

/// <summary>Plain characters.</summary>
public sealed class LiteralSyntax : WordPartSyntax
{
    internal LiteralSyntax(int start, int length)
        : base(start, length, [new SyntaxToken(TokenKind.Literal, start, length)])
    {
    }

    /// <inheritdoc/>
    public override string LiteralValue => LogicalText;
}
