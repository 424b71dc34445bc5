using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class TestOfZero : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2159", "test-of-zero", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "`[ 0 ]`.",
            "A word that is not empty is true.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN if [ 0 ]; then make; fi
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN if false; then make; fi
                    """),
            ])
        {
            Remedy = "Write `false`.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var term in script.Tests.Terms.Where(term => term is { Operator: null, Right.LiteralValue: "0" }))
        {
            report.Add(term.Right.Span, "this is true: it is a word that is not empty");
        }
    }
}
