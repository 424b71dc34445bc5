namespace Dockerlint.Syntax;

/// <summary>Text in single quotes (taken as it is) or double quotes (variables and some escapes count).</summary>
public sealed class QuotedSyntax : WordPartSyntax
{
    internal QuotedSyntax(int start, int length, char quote, SyntaxToken open, IReadOnlyList<WordPartSyntax> parts, SyntaxToken? close)
        : base(start, length, Concat([open], parts, [close]))
    {
        Quote = quote;
        Parts = parts;
        IsTerminated = close is not null;
    }

    /// <summary>The quote character.</summary>
    public char Quote { get; }

    /// <summary>What stands between the quotes.</summary>
    public IReadOnlyList<WordPartSyntax> Parts { get; }

    /// <summary>Whether the closing quote is there.</summary>
    public bool IsTerminated { get; }

    /// <inheritdoc/>
    public override string? LiteralValue => Join(Parts);
}
