using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class MvOfOne : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2224", "mv-of-one", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "mv with one operand.",
            "It does not know where to.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN mv /etc/hosts
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN mv /etc/hosts /tmp/
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        Operands.ReportOne(script, "mv", report, "this mv has no destination");
    }
}
