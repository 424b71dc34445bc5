using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class InputOfDeafCommand : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2217", "input-of-deaf-command", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A file as the input of a command that does not read it.",
            "It is lost.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN echo < list.txt
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN cat < list.txt
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Commands)
        {
            if (command.Redirects.Any(redirect => redirect.Operator.Text is "<" or "<<" or "<<-" or "<<<" && redirect.Descriptor is null)
                && DeafCommands.IsDeaf(script, command))
            {
                report.Add(command.Span, $"{command.Name} reads no input");
            }
        }
    }
}
