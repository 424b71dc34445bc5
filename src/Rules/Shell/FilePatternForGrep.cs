using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class FilePatternForGrep : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2063", "file-pattern-for-grep", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A pattern for grep that is written like one for files.",
            "For grep an asterisk repeats what stands before it.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN grep '*foo' /etc/hosts
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN grep '.*foo' /etc/hosts
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var word in GrepPattern.All(script))
        {
            if (word.LiteralValue is ['*', ..] or [not ('.' or '*' or '[' or ']' or '\\' or '^'), '*'])
            {
                report.Add(word.Span, "for grep an asterisk repeats what stands before it");
            }
        }
    }
}
