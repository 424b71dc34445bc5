using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class RedirectionAlone : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2188", "redirection-alone", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A redirection without a command.",
            "It empties the file, or does nothing.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN > /var/log/app.log
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN : > /var/log/app.log
                    """),
            ])
        {
            Remedy = "Put `:` or `true` in front of it.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.All<SimpleCommand>())
        {
            if (command is
                {
                    Words.IsEmpty: true, Assignments.IsEmpty: true,
                    Redirects: [{ Operator.Text: not ("<" or "<<" or "<<-") }, ..]
                }
                || (command is { Words.IsEmpty: true, Assignments.IsEmpty: true }
                    && script.Parent(command) is Pipeline { Commands.Length: > 1 }))
            {
                report.Add(command.Span, "there is no command for this redirection");
            }
        }
    }
}
