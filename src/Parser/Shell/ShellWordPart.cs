using System.Collections.Immutable;
using Dockerlint.Text;

namespace Dockerlint.Syntax.Shell;

/// <summary>A part of a word.</summary>
/// <param name="Span">Where it stands, in mapped offsets.</param>
public abstract record ShellWordPart(TextSpan Span) : ShellNode(Span)
{
    /// <summary>The text it stands for, quotes removed; null if only a running shell knows.</summary>
    public abstract string? LiteralValue { get; }

    internal static string? Join(ImmutableArray<ShellWordPart> parts)
    {
        if (parts.Length == 1)
        {
            return parts[0].LiteralValue;
        }

        var text = new System.Text.StringBuilder();
        foreach (var part in parts)
        {
            if (part.LiteralValue is not { } value)
            {
                return null;
            }

            text.Append(value);
        }

        return text.ToString();
    }
}
