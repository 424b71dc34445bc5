using System.Collections.Immutable;
using Dockerlint.Text;

namespace Dockerlint.Syntax.Shell;

/// <summary>A backslash and the character behind it.</summary>
/// <param name="Span">Where it stands, in mapped offsets.</param>
/// <param name="Value">The character; empty for a removed line feed.</param>
public sealed record Escaped(TextSpan Span, string Value) : ShellWordPart(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<ShellNode> Children => [];

    /// <inheritdoc/>
    public override string? LiteralValue => Value;
}
