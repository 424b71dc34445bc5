using System.Collections.Immutable;
using Dockerlint.Text;

namespace Dockerlint.Syntax.Shell;

/// <summary><c>for name in words</c>.</summary>
/// <param name="Span">Where it stands, in mapped offsets.</param>
/// <param name="Variable">The name of the variable.</param>
/// <param name="VariableSpan">Where the name stands.</param>
/// <param name="HasIn">Whether it has <c>in</c>; without, it goes over the positional parameters.</param>
/// <param name="Words">The words behind <c>in</c>.</param>
/// <param name="Body">The commands of the body.</param>
/// <param name="Redirects">Redirections behind it.</param>
public sealed record ForCommand(TextSpan Span, string Variable, TextSpan VariableSpan, bool HasIn, ImmutableArray<ShellWord> Words,
    ImmutableArray<ShellListItem> Body, ImmutableArray<Redirect> Redirects) : CompoundCommand(Span, Redirects)
{
    /// <inheritdoc/>
    public override IEnumerable<ShellNode> Children => [.. Words, .. Body, .. Redirects];
}
