using System.Collections.Immutable;
using Dockerlint.Text;

namespace Dockerlint.Syntax.Shell;

/// <summary>A redirection.</summary>
/// <param name="Span">Where it stands, in mapped offsets.</param>
/// <param name="Descriptor">The number before it, or a name in braces; null without.</param>
/// <param name="Operator">The operator.</param>
/// <param name="Target">The file, descriptor or heredoc delimiter.</param>
public sealed record Redirect(TextSpan Span, string? Descriptor, ShellOperator Operator, ShellWord Target) : ShellNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<ShellNode> Children => [Target];

    /// <summary>The heredoc, for <c>&lt;&lt;</c> and <c>&lt;&lt;-</c>.</summary>
    // Set once by the parser before anybody sees the tree: the body is found before the grammar runs.
    public ShellHeredoc? Heredoc { get; internal set; }
}
