using System.Collections.Immutable;
using Dockerlint.Text;

namespace Dockerlint.Syntax.Shell;

/// <summary>A function.</summary>
/// <param name="Span">Where it stands, in mapped offsets.</param>
/// <param name="Name">Its name.</param>
/// <param name="NameSpan">Where the name stands.</param>
/// <param name="Body">The command that is its body.</param>
public sealed record FunctionDefinition(TextSpan Span, string Name, TextSpan NameSpan, ShellCommand Body) : ShellCommand(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<ShellNode> Children => [Body];
}
