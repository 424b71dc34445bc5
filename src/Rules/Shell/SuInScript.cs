using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class SuInScript : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2117", "su-in-script", Category.Shell, Severity.Info)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "su without a command.",
            "It starts a shell and waits for its end; what follows runs as before.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN su app; make
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN su app -c make
                    """),
            ])
        {
            Remedy = "Use `su -c`, or USER.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Named("su"))
        {
            if (command.Words.Length <= 2 && command.Redirects.IsEmpty && script.Parent(command) is Pipeline { Commands.Length: 1 }
                && !(command.Words.Length == 2 && command.Words[1].LiteralValue is ['-', _, ..]))
            {
                report.Add(command.Span, "this starts a shell of its own, and what follows does not run in it");
            }
        }
    }
}
