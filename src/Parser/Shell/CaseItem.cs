using System.Collections.Immutable;
using Dockerlint.Text;

namespace Dockerlint.Syntax.Shell;

/// <summary>Patterns and the commands for them.</summary>
/// <param name="Span">Where it stands, in mapped offsets.</param>
/// <param name="Patterns">At least one pattern.</param>
/// <param name="Body">The commands of the body.</param>
/// <param name="Terminator">How it ends.</param>
public sealed record CaseItem(
    TextSpan Span, ImmutableArray<ShellWord> Patterns, ImmutableArray<ShellListItem> Body, CaseTerminator Terminator) : ShellNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<ShellNode> Children => [.. Patterns, .. Body];
}
