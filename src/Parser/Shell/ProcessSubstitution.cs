using System.Collections.Immutable;
using Dockerlint.Text;

namespace Dockerlint.Syntax.Shell;

/// <summary><c>&lt;(...)</c> or <c>&gt;(...)</c>.</summary>
/// <param name="Span">Where it stands, in mapped offsets.</param>
/// <param name="Script">The script inside.</param>
/// <param name="IsOutput">Whether it is <c>&gt;(...)</c>.</param>
public sealed record ProcessSubstitution(TextSpan Span, ShellScript Script, bool IsOutput) : ShellWordPart(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<ShellNode> Children => [Script];

    /// <inheritdoc/>
    public override string? LiteralValue => null;
}
