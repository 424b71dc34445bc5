using System.Collections.Immutable;
using Dockerlint.Text;

namespace Dockerlint.Syntax.Shell;

/// <summary><c>for ((a; b; c))</c>.</summary>
/// <param name="Span">Where it stands, in mapped offsets.</param>
/// <param name="Parts">The text between the double parentheses.</param>
/// <param name="Body">The commands of the body.</param>
/// <param name="Redirects">Redirections behind it.</param>
public sealed record ArithmeticForCommand(TextSpan Span, ImmutableArray<ShellWordPart> Parts, ImmutableArray<ShellListItem> Body,
    ImmutableArray<Redirect> Redirects) : CompoundCommand(Span, Redirects)
{
    /// <inheritdoc/>
    public override IEnumerable<ShellNode> Children => [.. Parts, .. Body, .. Redirects];
}
