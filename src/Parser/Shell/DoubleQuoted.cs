using System.Collections.Immutable;
using Dockerlint.Text;

namespace Dockerlint.Syntax.Shell;

/// <summary>Text in double quotes.</summary>
/// <param name="Span">Where it stands, in mapped offsets.</param>
/// <param name="Parts">The parts inside.</param>
public sealed record DoubleQuoted(TextSpan Span, ImmutableArray<ShellWordPart> Parts) : ShellWordPart(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<ShellNode> Children => Parts;

    /// <inheritdoc/>
    public override string? LiteralValue => ShellWordPart.Join(Parts);
}
