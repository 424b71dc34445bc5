using System.Collections.Immutable;
using Dockerlint.Text;

namespace Dockerlint.Syntax.Shell;

/// <summary>Unquoted or double-quoted characters as they are.</summary>
/// <param name="Span">Where it stands, in mapped offsets.</param>
/// <param name="Text">The characters.</param>
public sealed record Literal(TextSpan Span, string Text) : ShellWordPart(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<ShellNode> Children => [];

    /// <inheritdoc/>
    public override string? LiteralValue => Text;
}
