using System.Collections.Immutable;
using Dockerlint.Text;

namespace Dockerlint.Syntax.Shell;

/// <summary><c>while</c> or <c>until</c> to <c>done</c>.</summary>
/// <param name="Span">Where it stands, in mapped offsets.</param>
/// <param name="IsUntil">Whether it is <c>until</c>.</param>
/// <param name="Condition">The commands of the condition.</param>
/// <param name="Body">The commands of the body.</param>
/// <param name="Redirects">Redirections behind it.</param>
public sealed record WhileCommand(TextSpan Span, bool IsUntil, ImmutableArray<ShellListItem> Condition, ImmutableArray<ShellListItem> Body,
    ImmutableArray<Redirect> Redirects) : CompoundCommand(Span, Redirects)
{
    /// <inheritdoc/>
    public override IEnumerable<ShellNode> Children => [.. Condition, .. Body, .. Redirects];
}
