using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class PsGrep : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2009", "ps-grep", Category.Shell, Severity.Info)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "The output of ps, searched with grep.",
            "grep finds itself as well; pgrep is made for it.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN ps | grep nginx
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN pgrep nginx
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var (first, second) in NeighboursInPipe.All(script))
        {
            if (first is SimpleCommand { Name: "ps" } && second is SimpleCommand { Name: "grep" }
                && !ShellFlags.Has((SimpleCommand)first, "p", "pid"))
            {
                report.Add(first.Span, "pgrep finds processes, and not itself");
            }
        }
    }
}
