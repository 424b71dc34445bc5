using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class ValueOfBefore : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2098", "value-of-before", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A variable that is read in the command line that sets it for the command.",
            "It has the value of before.",
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
        foreach (var (assignment, expansion) in EarlyReads.All(script))
        {
            report.Add(expansion.Span, $"this is the value that {assignment.Name} had before");
        }
    }
}
