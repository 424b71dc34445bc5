using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class FindXargs : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2038", "find-xargs", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "The output of find as the arguments of a command, without zero bytes between the names.",
            "xargs takes names with blanks and quotes apart.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN find /opt -name '*.pyc' | xargs rm
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN find /opt -name '*.pyc' -print0 | xargs -0 rm
                    """),
            ])
        {
            Remedy = "Use `find … -exec … {} +`, or `find … -print0 | xargs -0 …`.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var (first, next) in NeighboursInPipe.All(script))
        {
            if (first is SimpleCommand { Name: "find" } find && next is SimpleCommand { Name: "xargs" } xargs
                && !ShellFlags.Of(xargs).Any(flag => flag.Flag is "0" or "null")
                && !find.Words.Any(word => word.LiteralValue is "-print0" or "-printf" or "-fprint0"))
            {
                report.Add(find.Span, "names with blanks are taken apart: use -print0 and xargs -0, or -exec");
            }
        }
    }
}
