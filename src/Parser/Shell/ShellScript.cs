using System.Collections.Immutable;
using Dockerlint.Text;

namespace Dockerlint.Syntax.Shell;

/// <summary>A script: the text of a RUN instruction, of a heredoc or of a command substitution.</summary>
/// <param name="Span">Where it stands, in mapped offsets.</param>
/// <param name="Commands">The list items in order.</param>
/// <param name="Comments">Spans of the comments, each from its number sign to the end of the line; only the outermost script has
/// them.</param>
public sealed record ShellScript(TextSpan Span, ImmutableArray<ShellListItem> Commands, ImmutableArray<TextSpan> Comments) : ShellNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<ShellNode> Children => Commands;
}
