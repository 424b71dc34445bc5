using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class TestOfOne : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2161", "test-of-one", Category.Shell, Severity.Style)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "`[ 1 ]`.",
            "Any word that is not empty is true.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN while [ 1 ]; do make && break; done
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN while true; do make && break; done
                    """),
            ])
        {
            Remedy = "Write `true`.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var term in script.Tests.Terms.Where(term => term is { Operator: null, Right.LiteralValue: "1" }))
        {
            report.Add(term.Right.Span, "write true without brackets");
        }
    }
}
