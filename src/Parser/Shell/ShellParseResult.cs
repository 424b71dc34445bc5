using Dockerlint.Text;

namespace Dockerlint.Syntax.Shell;

/// <summary>A script, or why there is none.</summary>
/// <param name="Script">The script; null if the text is no script this grammar knows.</param>
/// <param name="Reason">Why there is no script; null if there is one.</param>
/// <param name="ErrorSpan">Where it went wrong, in mapped offsets; empty at the start if there is a script.</param>
public sealed record ShellParseResult(ShellScript? Script, string? Reason, TextSpan ErrorSpan);
