using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class BlanksAroundEquals : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2283", "blanks-around-equals", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "Blanks around the equals sign of an assignment.",
            "The shell takes the name as a command.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN version = 1.0; make
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN version=1.0; make VERSION="$version"
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Commands)
        {
            if (command.Words.Length > 1 && script.Text[command.Span.Start] != '[' && command.Words[^1].LiteralValue != "]"
                && command.Words[1].LiteralValue is ['=', .. var rest] && (rest.Length == 0 || rest[0] != '='))
            {
                report.Add(command.Words[1].Span, "an assignment has no blanks around its equals sign");
            }
        }
    }
}
