using System.Collections.Immutable;
using Dockerlint.Text;

namespace Dockerlint.Syntax.Shell;

/// <summary>A word.</summary>
/// <param name="Span">Where it stands, in mapped offsets.</param>
/// <param name="Parts">Its parts in order.</param>
public sealed record ShellWord(TextSpan Span, ImmutableArray<ShellWordPart> Parts) : ShellNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<ShellNode> Children => Parts;

    /// <summary>The text, quotes removed; null if it has any expansion.</summary>
    public string? LiteralValue { get; } = ShellWordPart.Join(Parts);
}
