using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class UnreadableScript : ShellRule
{
    public override RuleInfo Info { get; } = new("SC1072", "unreadable-script", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Profiles.Hadolint | Profiles.Strict,
        Doc = new(
            "A script that cannot be read.",
            "The shell will most likely refuse it as well.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN if true; then make
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN if true; then make; fi
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        // What can be read has nothing of this.
    }

    internal override void CheckUnread(ShellParseResult result, ShellReport report) =>
        report.Add(result.ErrorSpan, $"the script cannot be read: {result.Reason}");
}
