namespace Dockerlint.Syntax;

/// <summary>One pair of ENV or LABEL, or one declaration of ARG.</summary>
public sealed class KeyValueSyntax : SyntaxNode
{
    internal KeyValueSyntax(int start, int length, WordSyntax key, SyntaxToken? equals, WordSyntax? value)
        : base(start, length, [key, equals, value])
    {
        Key = key;
        EqualsToken = equals;
        Value = value;
    }

    /// <summary>The name.</summary>
    public WordSyntax Key { get; }

    /// <summary>The equals sign; null in the legacy form and for an ARG without default.</summary>
    public SyntaxToken? EqualsToken { get; }

    /// <summary>The value; null for an ARG without default.</summary>
    public WordSyntax? Value { get; }
}
