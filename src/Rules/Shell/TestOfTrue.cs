using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class TestOfTrue : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2160", "test-of-true", Category.Shell, Severity.Style)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "`[ true ]`.",
            "It is the same as `true`, by accident.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN while [ true ]; do make && break; done
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN while true; do make && break; done
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var term in script.Tests.Terms.Where(term => term is { Operator: null, Right.LiteralValue: "true" }))
        {
            report.Add(term.Right.Span, "write true without brackets");
        }
    }
}
