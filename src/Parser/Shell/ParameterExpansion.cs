using System.Collections.Immutable;
using Dockerlint.Text;

namespace Dockerlint.Syntax.Shell;

/// <summary><c>$x</c> or <c>${x...}</c>.</summary>
/// <param name="Span">Where it stands, in mapped offsets.</param>
/// <param name="Name">The name, digits or special character.</param>
/// <param name="Subscript">The text in brackets; null without.</param>
/// <param name="Prefix"><c>#</c> for the length, <c>!</c> for indirection; null without.</param>
/// <param name="Operator">The operator such as <c>:-</c>; null without.</param>
/// <param name="Word">The word behind the operator; null without an operator.</param>
public sealed record ParameterExpansion(TextSpan Span, string Name, string? Subscript, string? Prefix, string? Operator, ShellWord? Word)
    : ShellWordPart(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<ShellNode> Children => Word is null ? [] : [Word];

    /// <inheritdoc/>
    public override string? LiteralValue => null;
}
