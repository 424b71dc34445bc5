using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class PathOverwrittenInScript : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2123", "path-overwritten-in-script", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "PATH, set to something without the old PATH.",
            "PATH is where the shell finds its commands.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN PATH=/opt/tool; make
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN PATH=/opt/tool:$PATH; make
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var assignment in script.All<Assignment>())
        {
            if (assignment is { Name: "PATH", Value.LiteralValue: { Length: > 0 } value }
                && !value.Contains("/bin", StringComparison.Ordinal)
                && script.Parent(assignment) is SimpleCommand { Words.IsEmpty: true })
            {
                report.Add(assignment.NameSpan, "the shell finds its commands by PATH, and this leaves them out");
            }
        }
    }
}
