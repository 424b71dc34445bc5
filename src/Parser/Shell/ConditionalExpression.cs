using System.Collections.Immutable;
using Dockerlint.Text;

namespace Dockerlint.Syntax.Shell;

/// <summary><c>[[ ]]</c>.</summary>
/// <param name="Span">Where it stands, in mapped offsets.</param>
/// <param name="Words">Operands and operators in order; operators and parentheses are literal words.</param>
/// <param name="Redirects">Redirections behind it.</param>
public sealed record ConditionalExpression(TextSpan Span, ImmutableArray<ShellWord> Words, ImmutableArray<Redirect> Redirects)
    : CompoundCommand(Span, Redirects)
{
    /// <inheritdoc/>
    public override IEnumerable<ShellNode> Children => [.. Words, .. Redirects];
}
