using System.Collections.Immutable;
using Dockerlint.Text;

namespace Dockerlint.Syntax.Shell;

/// <summary>The parenthesis of an extended pattern such as <c>!(a|b)</c>; the character before it is a literal.</summary>
/// <param name="Span">Where it stands, in mapped offsets.</param>
/// <param name="Text">The characters between the parentheses.</param>
public sealed record ExtendedGlob(TextSpan Span, string Text) : ShellWordPart(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<ShellNode> Children => [];

    /// <inheritdoc/>
    public override string? LiteralValue => $"({Text})";
}
