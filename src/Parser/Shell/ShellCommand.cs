using Dockerlint.Text;

namespace Dockerlint.Syntax.Shell;

/// <summary>A command: simple, compound or a function definition.</summary>
/// <param name="Span">Where it stands, in mapped offsets.</param>
public abstract record ShellCommand(TextSpan Span) : ShellNode(Span);
