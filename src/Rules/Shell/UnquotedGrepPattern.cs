using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class UnquotedGrepPattern : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2062", "unquoted-grep-pattern", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A pattern for grep that is not quoted.",
            "Where a file fits, the shell puts its name in place of the pattern.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN grep foo* /etc/hosts
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN grep 'foo*' /etc/hosts
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var word in GrepPattern.All(script).Where(script.IsGlob))
        {
            report.Add(word.Span, "the shell may expand this pattern before grep gets it: put it into quotes");
        }
    }
}
