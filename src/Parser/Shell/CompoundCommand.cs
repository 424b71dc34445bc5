using System.Collections.Immutable;
using Dockerlint.Text;

namespace Dockerlint.Syntax.Shell;

/// <summary>A command with an own syntax, opened by a reserved word or a parenthesis.</summary>
/// <param name="Span">Where it stands, in mapped offsets.</param>
/// <param name="Redirects">Redirections behind it.</param>
public abstract record CompoundCommand(TextSpan Span, ImmutableArray<Redirect> Redirects) : ShellCommand(Span);
