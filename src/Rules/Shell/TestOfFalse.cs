using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class TestOfFalse : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2158", "test-of-false", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "`[ false ]`.",
            "A word that is not empty is true.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN if [ false ]; then make; fi
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN if false; then make; fi
                    """),
            ])
        {
            Remedy = "Write `false` without brackets.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var term in script.Tests.Terms.Where(term => term is { Operator: null, Right.LiteralValue: "false" }))
        {
            report.Add(term.Right.Span, "this is true: it is a word that is not empty");
        }
    }
}
