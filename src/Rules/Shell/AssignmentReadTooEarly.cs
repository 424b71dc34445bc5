using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class AssignmentReadTooEarly : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2097", "assignment-read-too-early", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A variable that is set for a command and read in the same command line.",
            "The shell reads it before it sets it.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN VERSION=1.0 make "TAG=$VERSION"
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN VERSION=1.0; make "TAG=$VERSION"
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var (assignment, _) in EarlyReads.All(script).DistinctBy(item => item.Assignment.Span))
        {
            report.Add(assignment.NameSpan, $"{assignment.Name} is read on the same line before it is set");
        }
    }
}
