using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class LsGrep : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2010", "ls-grep", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "The output of ls, searched with grep.",
            """
            Names with blanks or line feeds cannot be told apart there, and ls may write some of their characters in another way.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN ls /opt | grep -v old > /kept
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN find /opt -maxdepth 1 ! -name '*old*' > /kept
                    """),
            ])
        {
            Remedy = "Use a pattern, or a loop with a condition.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var (command, next) in NeighboursInPipe.OfLs(script))
        {
            if (next is SimpleCommand { Name: "grep" })
            {
                report.Add(command.Words[0].Span, "grep cannot tell the names apart that ls writes: use a pattern or find");
            }
        }
    }
}
