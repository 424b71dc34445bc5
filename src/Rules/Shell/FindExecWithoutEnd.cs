using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class FindExecWithoutEnd : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2067", "find-exec-without-end", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "find with `-exec` and no end of the command.",
            "find does not run it.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN find /opt -name '*.pyc' -exec rm {}
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN find /opt -name '*.pyc' -exec rm {} \;
                    """),
            ])
        {
            Remedy = "End it with `\\;`, or with `+`.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Named("find"))
        {
            var exec = command.Words.ToList().FindLastIndex(word => word.LiteralValue is "-exec" or "-execdir" or "-ok" or "-okdir");
            if (exec >= 0 && !command.Words.Skip(exec).Any(word => word.LiteralValue is ";" or "+"))
            {
                report.Add(command.Words[^1].Span, "the command of find has no end: \\; or +");
            }
        }
    }
}
