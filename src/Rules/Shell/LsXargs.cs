using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class LsXargs : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2011", "ls-xargs", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "The output of ls as the arguments of a command.",
            "xargs takes names with blanks and quotes apart.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN ls /opt/*.sh | xargs chmod +x
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN find /opt -name '*.sh' -exec chmod +x {} +
                    """),
            ])
        {
            Remedy = "Use `find … -exec … {} +`, or `find -print0 | xargs -0`.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var (command, next) in NeighboursInPipe.OfLs(script))
        {
            if (next is SimpleCommand { Name: "xargs" })
            {
                report.Add(command.Words[0].Span, "xargs takes names apart that ls writes: use find with -exec");
            }
        }
    }
}
