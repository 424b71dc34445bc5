namespace Dockerlint.Syntax;

/// <summary>A flag of an instruction, <c>--name</c> or <c>--name=value</c>.</summary>
public sealed class FlagSyntax : SyntaxNode
{
    internal FlagSyntax(string name, string? value, SyntaxToken nameToken, SyntaxToken? equals, WordSyntax? word, int length)
        : base(nameToken.LogicalStart, length, [nameToken, equals, word])
    {
        Name = name;
        Value = value;
        NameToken = nameToken;
        ValueWord = word;
    }

    /// <summary>The name without dashes.</summary>
    public string Name { get; }

    /// <summary>The value without quotes, or null when there is no equals sign.</summary>
    public string? Value { get; }

    /// <summary>The dashes and the name.</summary>
    public SyntaxToken NameToken { get; }

    /// <summary>The value as a word; null when there is none.</summary>
    public WordSyntax? ValueWord { get; }
}
