using Dockerlint.Text;

namespace Dockerlint.Syntax.Shell;

/// <summary>A heredoc of a shell script.</summary>
/// <param name="OperatorStart">Where the <c>&lt;&lt;</c> starts, in mapped offsets.</param>
/// <param name="Delimiter">The delimiter without its quotes.</param>
/// <param name="IsQuoted">Whether some part of the delimiter is quoted: nothing is expanded then.</param>
/// <param name="StripsTabs">Whether it is <c>&lt;&lt;-</c>.</param>
/// <param name="Body">The lines between; empty where the body is missing.</param>
/// <param name="IsTerminated">Whether the delimiter line was found.</param>
public sealed record ShellHeredoc(
    int OperatorStart, string Delimiter, bool IsQuoted, bool StripsTabs, TextSpan Body, bool IsTerminated);
