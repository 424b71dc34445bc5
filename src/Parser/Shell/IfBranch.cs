using System.Collections.Immutable;
using Dockerlint.Text;

namespace Dockerlint.Syntax.Shell;

/// <summary>A condition and the commands behind its <c>then</c>.</summary>
/// <param name="Span">Where it stands, in mapped offsets.</param>
/// <param name="Condition">The commands of the condition.</param>
/// <param name="Body">The commands of the body.</param>
public sealed record IfBranch(TextSpan Span, ImmutableArray<ShellListItem> Condition, ImmutableArray<ShellListItem> Body) : ShellNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<ShellNode> Children => [.. Condition, .. Body];
}
