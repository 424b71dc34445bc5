using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class ReadOfBackslashes : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2162", "read-of-backslashes", Category.Shell, Severity.Info)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "read without `-r`.",
            "Backslashes in what it reads get lost.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN while read line; do echo "$line"; done < /etc/hosts
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN while read -r line; do echo "$line"; done < /etc/hosts
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    RUN while read -r line; do echo "$line"; done < /etc/hosts
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Commands)
        {
            var names = CommandNames.Through(command);
            if (names.Name == "read" && !ShellFlags.Of(command.Words.Skip(names.Arguments)).Any(flag => flag.Flag == "r"))
            {
                var span = command.Words[names.Arguments - 1].Span;
                report.Add(span, "read without -r takes backslashes away", ShellEdits.Insert(span.End, " -r"));
            }
        }
    }
}
