using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class OutputAsCommand : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2091", "output-as-command", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A command substitution that is a command by itself.",
            "The shell runs what it prints.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN if $(test -f /etc/hosts); then true; fi
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN if test -f /etc/hosts; then true; fi
                    """),
            ])
        {
            Remedy = "Leave the substitution out to run the command.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var substitution in OutputCommands.All(script).Where(substitution => !substitution.IsBackquoted))
        {
            report.Add(substitution.Span, "the shell runs what this prints");
        }
    }
}
