using System.Text;

namespace Dockerlint.Syntax;

/// <summary>A piece of a word.</summary>
public abstract class WordPartSyntax : SyntaxNode
{
    private protected WordPartSyntax(int start, int length, IEnumerable<SyntaxElement?> children)
        : base(start, length, children)
    {
    }

    /// <summary>What the piece stands for, or null when that depends on a variable.</summary>
    public abstract string? LiteralValue { get; }

    internal static string? Join(IReadOnlyList<WordPartSyntax> parts)
    {
        if (parts.Count == 1)
        {
            return parts[0].LiteralValue;
        }

        var builder = new StringBuilder();
        foreach (var part in parts)
        {
            if (part.LiteralValue is not { } value)
            {
                return null;
            }

            builder.Append(value);
        }

        return builder.ToString();
    }
}
