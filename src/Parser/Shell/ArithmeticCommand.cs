using System.Collections.Immutable;
using Dockerlint.Text;

namespace Dockerlint.Syntax.Shell;

/// <summary><c>(( ))</c>.</summary>
/// <param name="Span">Where it stands, in mapped offsets.</param>
/// <param name="Parts">The text between the double parentheses.</param>
/// <param name="Redirects">Redirections behind it.</param>
public sealed record ArithmeticCommand(TextSpan Span, ImmutableArray<ShellWordPart> Parts, ImmutableArray<Redirect> Redirects)
    : CompoundCommand(Span, Redirects)
{
    /// <inheritdoc/>
    public override IEnumerable<ShellNode> Children => [.. Parts, .. Redirects];
}
