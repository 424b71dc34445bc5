using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class EscapeInIfs : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2141", "escape-in-ifs", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "An escape in the value of IFS.",
            "The shell takes the backslash and the letter for separators.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN IFS='\n'; for line in $(cat list.txt); do echo "$line"; done
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN while read -r line; do echo "$line"; done < list.txt
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var assignment in script.All<Assignment>())
        {
            if (assignment is { Name: "IFS", Value.LiteralValue: { } value } && value.Contains('\\', StringComparison.Ordinal)
                && value.AsSpan().IndexOfAny('n', 't') >= 0)
            {
                report.Add(assignment.Value.Span, "the backslash and the letter are separators here");
            }
        }
    }
}
