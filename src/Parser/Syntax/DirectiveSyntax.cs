namespace Dockerlint.Syntax;

/// <summary>A parser directive: <c># syntax=</c>, <c># escape=</c> or <c># check=</c>.</summary>
public sealed class DirectiveSyntax : SyntaxNode
{
    internal DirectiveSyntax(SyntaxToken name, SyntaxToken equals, SyntaxToken value, string directive)
        : base(name.LogicalStart, value.LogicalStart + value.LogicalLength - name.LogicalStart, [name, equals, value])
    {
        Name = directive;
        ValueToken = value;
    }

    /// <summary>The name in lower case.</summary>
    public string Name { get; }

    /// <summary>The value without surrounding blanks.</summary>
    public string Value => ValueToken.LogicalText;

    /// <summary>The token of the value.</summary>
    public SyntaxToken ValueToken { get; }
}
