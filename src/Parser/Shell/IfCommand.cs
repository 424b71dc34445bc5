using System.Collections.Immutable;
using Dockerlint.Text;

namespace Dockerlint.Syntax.Shell;

/// <summary><c>if</c> to <c>fi</c>.</summary>
/// <param name="Span">Where it stands, in mapped offsets.</param>
/// <param name="Branches">The branch of <c>if</c> and those of <c>elif</c>.</param>
/// <param name="Else">The commands of <c>else</c>; empty without one.</param>
/// <param name="Redirects">Redirections behind it.</param>
public sealed record IfCommand(TextSpan Span, ImmutableArray<IfBranch> Branches, ImmutableArray<ShellListItem> Else,
    ImmutableArray<Redirect> Redirects) : CompoundCommand(Span, Redirects)
{
    /// <inheritdoc/>
    public override IEnumerable<ShellNode> Children => [.. Branches, .. Else, .. Redirects];
}
