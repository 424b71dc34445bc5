using System.Collections.Immutable;
using Dockerlint.Text;

namespace Dockerlint.Syntax.Shell;

/// <summary>Pipelines joined by <c>&amp;&amp;</c> and <c>||</c>.</summary>
/// <param name="Span">Where it stands, in mapped offsets.</param>
/// <param name="Pipelines">At least one pipeline.</param>
/// <param name="Operators">The operators between them, one fewer.</param>
public sealed record AndOrList(TextSpan Span, ImmutableArray<Pipeline> Pipelines, ImmutableArray<ShellOperator> Operators) : ShellNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<ShellNode> Children => Pipelines;
}
