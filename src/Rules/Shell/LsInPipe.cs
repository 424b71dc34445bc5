using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class LsInPipe : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2012", "ls-in-pipe", Category.Shell, Severity.Info)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "The output of ls as the input of another command.",
            """
            Names with blanks or line feeds cannot be told apart there, and ls may write some of their characters in another way.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN ls /opt | head -n 1 > /first
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN find /opt -maxdepth 1 | head -n 1 > /first
                    """),
            ])
        {
            Remedy = "Use a pattern, or find.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var (command, next) in NeighboursInPipe.OfLs(script))
        {
            if (next is not (SimpleCommand { Name: "grep" } or SimpleCommand { Name: "xargs" }) && !ShellFlags.Has(command, "N"))
            {
                report.Add(command.Span, "ls writes for people: use a pattern or find");
            }
        }
    }
}
