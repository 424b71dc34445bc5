using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class EgrepCommand : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2196", "egrep-command", Category.Shell, Severity.Info)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "egrep.",
            "It is no command of POSIX, and warns when it runs.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN egrep 'a|b' /etc/hosts
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN grep -E 'a|b' /etc/hosts
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    RUN grep -E 'a|b' /etc/hosts
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Named("egrep"))
        {
            report.Add(command.Words[0].Span, "egrep is grep -E", new TextEdit(command.Words[0].Span, "grep -E"));
        }
    }
}
