using System.Collections.Immutable;
using Dockerlint.Text;

namespace Dockerlint.Syntax.Shell;

/// <summary>Text in <c>$'...'</c>.</summary>
/// <param name="Span">Where it stands, in mapped offsets.</param>
/// <param name="Text">The characters between the quotes, escapes not decoded.</param>
public sealed record AnsiCQuoted(TextSpan Span, string Text) : ShellWordPart(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<ShellNode> Children => [];

    /// <inheritdoc/>
    public override string? LiteralValue => Text.Contains('\\') ? null : Text;
}
