using System.Collections.Immutable;
using Dockerlint.Text;

namespace Dockerlint.Syntax.Shell;

/// <summary><c>(a b c)</c> behind an equals sign.</summary>
/// <param name="Span">Where it stands, in mapped offsets.</param>
/// <param name="Elements">The elements.</param>
public sealed record ArrayLiteral(TextSpan Span, ImmutableArray<ShellWord> Elements) : ShellWordPart(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<ShellNode> Children => Elements;

    /// <inheritdoc/>
    public override string? LiteralValue => null;
}
