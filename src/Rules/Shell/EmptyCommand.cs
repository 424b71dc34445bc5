using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class EmptyCommand : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2286", "empty-command", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "An empty text as a command.",
            "There is no command without a name.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN "" make
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN make
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Commands.Where(command => command.Words[0].LiteralValue == ""))
        {
            report.Add(command.Words[0].Span, "there is no command without a name");
        }
    }
}
