using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>What a check finds in a script.</summary>
/// <param name="Span">Where, in offsets of the script.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Edits">What would mend it, in offsets of the script.</param>
internal sealed record ShellFinding(TextSpan Span, string Message, IReadOnlyList<TextEdit> Edits)
{
    /// <summary>The severity that it has at most.</summary>
    internal Severity Most { get; init; } = Severity.Error;
}
