using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class UnquotedRightSide : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2053", "unquoted-right-side", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "An expansion without quotes on the right side of a comparison in double brackets.",
            "Its value is a pattern there.",
            [
                new(
                    Bad: """
                    FROM fedora:42
                    ARG A B
                    RUN if [[ "$A" = $B ]]; then make; fi
                    """,
                    Good: """
                    FROM fedora:42
                    ARG A B
                    RUN if [[ "$A" = "$B" ]]; then make; fi
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var term in script.Tests.Terms)
        {
            if (term is
                {
                    IsDouble: true, Operator: "=" or "==" or "!=",
                    Right.Parts: [ParameterExpansion { Subscript: not ("@" or "*"), Name: not ("@" or "*") }]
                })
            {
                report.Add(term.Right.Span, "this value is a pattern here");
            }
        }
    }
}
