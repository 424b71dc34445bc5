using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class FindExecOfText : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2150", "find-exec-of-text", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A whole command line in one word behind `-exec` of find.",
            "find takes the word for the name of a program.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN find /opt -exec 'rm {}' \;
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN find /opt -exec rm {} \;
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var (option, first) in FindExec.All(script))
        {
            if (first.LiteralValue is { } text && text.Contains(' ', StringComparison.Ordinal))
            {
                report.Add(option.Span, "find takes this word for the name of a program");
            }
        }
    }
}
