using System.Collections.Immutable;
using Dockerlint.Text;

namespace Dockerlint.Syntax.Shell;

/// <summary>A variable assignment before a command.</summary>
/// <param name="Span">Where it stands, in mapped offsets.</param>
/// <param name="Name">The name of the variable.</param>
/// <param name="NameSpan">Where the name stands.</param>
/// <param name="Subscript">The text in brackets; null without.</param>
/// <param name="IsAppend">Whether it is <c>+=</c>.</param>
/// <param name="Value">The value, maybe empty.</param>
public sealed record Assignment(TextSpan Span, string Name, TextSpan NameSpan, string? Subscript, bool IsAppend, ShellWord Value)
    : ShellNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<ShellNode> Children => [Value];

    /// <summary>The elements if the value is an array; null otherwise.</summary>
    public ArrayLiteral? Array => Value.Parts is [ArrayLiteral array, ..] ? array : null;
}
