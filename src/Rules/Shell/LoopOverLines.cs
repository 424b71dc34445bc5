using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class LoopOverLines : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2013", "loop-over-lines", Category.Shell, Severity.Info)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A loop over the lines of a file that goes over its words.",
            "The shell splits at blanks, not at the ends of lines.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN for line in $(cat list.txt); do echo "$line"; done
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN while read -r line; do echo "$line"; done < list.txt
                    """),
            ])
        {
            Remedy = "Use `while read -r line`.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var (substitution, commands) in LoopSources.All(script))
        {
            if (commands.All(command => command.Name is "cat" or "grep" or "egrep" or "fgrep" or "sed" or "awk" or "sort" or "cut"))
            {
                report.Add(substitution.Span, "this goes over words, not over lines: use while read");
            }
        }
    }
}
