using System.Collections.Immutable;
using Dockerlint.Text;

namespace Dockerlint.Syntax.Shell;

/// <summary>Commands in braces.</summary>
/// <param name="Span">Where it stands, in mapped offsets.</param>
/// <param name="Body">The commands of the body.</param>
/// <param name="Redirects">Redirections behind it.</param>
public sealed record BraceGroup(TextSpan Span, ImmutableArray<ShellListItem> Body, ImmutableArray<Redirect> Redirects)
    : CompoundCommand(Span, Redirects)
{
    /// <inheritdoc/>
    public override IEnumerable<ShellNode> Children => [.. Body, .. Redirects];
}
