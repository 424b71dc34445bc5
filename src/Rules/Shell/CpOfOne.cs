using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class CpOfOne : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2225", "cp-of-one", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "cp with one operand.",
            "It does not know where to.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN cp /etc/hosts
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN cp /etc/hosts /tmp/
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        Operands.ReportOne(script, "cp", report, "this cp has no destination");
    }
}
