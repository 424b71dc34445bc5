namespace Dockerlint.Syntax;

/// <summary>A JSON array of strings: the exec form.</summary>
public sealed class JsonArraySyntax : CommandSyntax
{
    internal JsonArraySyntax(int start, int length, IReadOnlyList<SyntaxToken> tokens)
        : base(start, length, tokens)
    {
        Items = [.. tokens.Where(token => token.Kind == TokenKind.JsonString)];
    }

    /// <summary>The strings; <see cref="SyntaxToken.Value"/> is unescaped.</summary>
    public IReadOnlyList<SyntaxToken> Items { get; }
}
