using System.Collections.Immutable;
using Dockerlint.Text;

namespace Dockerlint.Syntax.Shell;

/// <summary><c>$(...)</c> or text in backticks.</summary>
/// <param name="Span">Where it stands, in mapped offsets.</param>
/// <param name="Script">The script inside.</param>
/// <param name="IsBackquoted">Whether it is in backticks.</param>
public sealed record CommandSubstitution(TextSpan Span, ShellScript Script, bool IsBackquoted) : ShellWordPart(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<ShellNode> Children => [Script];

    /// <inheritdoc/>
    public override string? LiteralValue => null;
}
