using Dockerlint.Linting;
using Dockerlint.ShellCheck;

namespace Dockerlint.Cli;

/// <summary>What the command line of <c>lint</c> asks for.</summary>
/// <param name="Paths">Files, directories, or <c>-</c>.</param>
/// <param name="Format">Name of the output format.</param>
/// <param name="Threshold">The least severity that makes the exit code 1.</param>
/// <param name="MayColor">Whether colours may be used where they can be seen.</param>
/// <param name="RespectsGitIgnore">Whether a search leaves out what git ignores.</param>
/// <param name="Jobs">How many files are linted at once.</param>
/// <param name="ShowsTimings">Whether to tell what took how long.</param>
/// <param name="ShellCheck">Whether scripts are checked by ShellCheck.</param>
/// <param name="IsVerbose">Whether to tell what was left out and why.</param>
internal sealed record LintRequest(
    IReadOnlyList<string> Paths, string Format, Severity Threshold, bool MayColor, bool RespectsGitIgnore, int Jobs, bool ShowsTimings,
    ShellCheckMode ShellCheck, bool IsVerbose);
