using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class BackticksAsCommand : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2092", "backticks-as-command", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A command in backticks that is a command by itself.",
            "The shell runs what it prints.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN if `test -f /etc/hosts`; then true; fi
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN if test -f /etc/hosts; then true; fi
                    """),
            ])
        {
            Remedy = "Leave the backticks out to run the command.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var substitution in OutputCommands.All(script).Where(substitution => substitution.IsBackquoted))
        {
            report.Add(substitution.Span, "the shell runs what this prints");
        }
    }
}
