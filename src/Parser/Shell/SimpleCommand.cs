using System.Collections.Immutable;
using Dockerlint.Text;

namespace Dockerlint.Syntax.Shell;

/// <summary>Assignments, words and redirections.</summary>
/// <param name="Span">Where it stands, in mapped offsets.</param>
/// <param name="Assignments">The assignments before the first word.</param>
/// <param name="Words">The command name and its arguments.</param>
/// <param name="Redirects">The redirections, wherever they stand.</param>
public sealed record SimpleCommand(TextSpan Span, ImmutableArray<Assignment> Assignments, ImmutableArray<ShellWord> Words,
    ImmutableArray<Redirect> Redirects) : ShellCommand(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<ShellNode> Children => Redirects.IsEmpty
        ? Assignments.IsEmpty ? Words : [.. Assignments, .. Words]
        : ((IEnumerable<ShellNode>)[.. Assignments, .. Words, .. Redirects]).OrderBy(static node => node.Span.Start);

    /// <summary>The command name if it is literal; null if there is none or only a running shell knows.</summary>
    public string? Name => Words.IsEmpty ? null : Words[0].LiteralValue;
}
