using Dockerlint.Text;

namespace Dockerlint.Syntax.Shell;

/// <summary>An operator token such as <c>&amp;&amp;</c> or <c>|</c>.</summary>
/// <param name="Span">Where it stands, in mapped offsets.</param>
/// <param name="Text">The operator.</param>
public readonly record struct ShellOperator(TextSpan Span, string Text);
