using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>Gathers what a check finds in a script, in offsets of the script.</summary>
internal sealed class ShellReport
{
    // Most checks find nothing in most scripts.
    private List<ShellFinding>? _findings;

    /// <summary>What was found.</summary>
    internal IReadOnlyList<ShellFinding> Findings => _findings ?? [];

    /// <summary>Reports a place that weighs less than the others.</summary>
    internal void AddAtMost(Severity most, TextSpan span, string message) =>
        (_findings ??= []).Add(new ShellFinding(span, message, []) { Most = most });

    /// <summary>Reports a place.</summary>
    /// <param name="span">The place.</param>
    /// <param name="message">What is wrong, without a full stop.</param>
    /// <param name="edits">What would mend it; nothing when only a person can.</param>
    internal void Add(TextSpan span, string message, params IReadOnlyList<TextEdit> edits) =>
        (_findings ??= []).Add(new ShellFinding(span, message, edits));
}
