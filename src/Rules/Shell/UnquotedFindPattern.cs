using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class UnquotedFindPattern : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2061", "unquoted-find-pattern", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A pattern for find that is not quoted.",
            "Where a file fits, the shell puts its name in place of the pattern.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN find /opt -name *.pyc -delete
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN find /opt -name '*.pyc' -delete
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Named("find"))
        {
            for (var i = 1; i + 1 < command.Words.Length; i++)
            {
                if (command.Words[i].LiteralValue is "-name" or "-iname" or "-path" or "-ipath" or "-wholename" or "-iwholename"
                    or "-regex" or "-iregex"
                    or "-lname" or "-ilname" && script.IsGlob(command.Words[i + 1]))
                {
                    report.Add(command.Words[i + 1].Span, "the shell may expand this pattern before find gets it: put it into quotes");
                }
            }
        }
    }
}
