using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class FgrepCommand : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2197", "fgrep-command", Category.Shell, Severity.Info)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "fgrep.",
            "It is no command of POSIX, and warns when it runs.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN fgrep a.b /etc/hosts
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN grep -F a.b /etc/hosts
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    RUN grep -F a.b /etc/hosts
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Named("fgrep"))
        {
            report.Add(command.Words[0].Span, "fgrep is grep -F", new TextEdit(command.Words[0].Span, "grep -F"));
        }
    }
}
