using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class PipeIntoDeafCommand : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2216", "pipe-into-deaf-command", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A pipe into a command that does not read it.",
            "What comes through the pipe is lost: xargs or a substitution is missing.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN cat list.txt | rm
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN xargs rm < list.txt
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var (_, second) in NeighboursInPipe.All(script))
        {
            if (second is SimpleCommand command && DeafCommands.IsDeaf(script, command))
            {
                report.Add(command.Span, $"{command.Name} reads nothing from the pipe");
            }
        }
    }
}
