using System.Collections.Immutable;
using Dockerlint.Text;

namespace Dockerlint.Syntax.Shell;

/// <summary>Commands joined by <c>|</c> and <c>|&amp;</c>.</summary>
/// <param name="Span">Where it stands, in mapped offsets.</param>
/// <param name="IsNegated">Whether an odd number of <c>!</c> stands before it.</param>
/// <param name="IsTimed">Whether the word <c>time</c> stands before it.</param>
/// <param name="Commands">At least one command.</param>
/// <param name="Operators">The operators between them, one fewer.</param>
public sealed record Pipeline(TextSpan Span, bool IsNegated, bool IsTimed, ImmutableArray<ShellCommand> Commands,
    ImmutableArray<ShellOperator> Operators) : ShellNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<ShellNode> Children => Commands;
}
