using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class ConstantComparison : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2050", "constant-comparison", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A comparison of two constants.",
            "It always comes out the same: a dollar sign is missing.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN if [ DEBUG = 1 ]; then apk add gdb; fi
                    """,
                    Good: """
                    FROM alpine:3.22
                    ARG DEBUG
                    RUN if [ "$DEBUG" = 1 ]; then apk add gdb; fi
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var term in script.Tests.Terms)
        {
            if (term is { Left: { LiteralValue: not null }, Operator: not ("-nt" or "-ot" or "-ef"), Right.LiteralValue: not null }
                && !(term is { IsDouble: true, Operator: "=" or "==" or "!=" } && script.IsGlob(term.Right)) && !IsArithmetic(term))
            {
                report.Add(term.OperatorSpan, "this compares two constants");
            }
        }
    }

    // In double brackets a name is a number.
    private static bool IsArithmetic(TestTerm term) => term is { IsDouble: true, Operator: ['-', ..] };
}
