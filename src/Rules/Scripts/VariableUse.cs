using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>A place where a script sets or reads a variable.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Span">Where, in offsets of the script.</param>
/// <param name="Node">The node there.</param>
/// <param name="Kind">What happens to it.</param>
internal sealed record VariableUse(string Name, TextSpan Span, ShellNode Node, VariableUseKind Kind);
