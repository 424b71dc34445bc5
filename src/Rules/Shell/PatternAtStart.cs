using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class PatternAtStart : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2035", "pattern-at-start", Category.Shell, Severity.Info)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "A pattern that begins with an asterisk or a question mark.",
            "A file whose name begins with a dash becomes an option of the command.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN chmod +x *.sh
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN chmod +x ./*.sh
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    RUN chmod +x ./*.sh
                    """),
            ])
        {
            Remedy = "Begin the pattern with `./`, or put `--` in front of it.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Commands)
        {
            if (CheckedScript.NameOf(command) is "echo" or "printf" or "[" or "let" or "[[")
            {
                continue;
            }

            foreach (var word in command.Words.Skip(1).TakeWhile(word => word.LiteralValue != "--"))
            {
                if (word.Parts is [Literal { Text: ['*' or '?', ..] and var text } first, ..] && script.Parent(first) == (ShellNode)word)
                {
                    report.Add(new TextSpan(word.Span.Start, 1),
                        "a file whose name begins with a dash would be an option: begin the pattern with ./",
                        ShellEdits.Insert(word.Span.Start, "./"));
                }
            }
        }
    }
}
