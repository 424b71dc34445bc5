using System.Collections.Immutable;
using Dockerlint.Text;

namespace Dockerlint.Syntax.Shell;

/// <summary>An and-or list with the separator behind it.</summary>
/// <param name="Span">Where it stands, in mapped offsets.</param>
/// <param name="List">The list.</param>
/// <param name="Separator">How the item ends.</param>
public sealed record ShellListItem(TextSpan Span, AndOrList List, ShellSeparator Separator) : ShellNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<ShellNode> Children => [List];
}
