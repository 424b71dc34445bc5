using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class PatternAsRegularExpression : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2049", "pattern-as-regular-expression", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A pattern for files where a regular expression is wanted.",
            "There an asterisk repeats what stands before it.",
            [
                new(
                    Bad: """
                    FROM fedora:42
                    ARG VERSION
                    RUN if [[ "$VERSION" =~ 1* ]]; then make; fi
                    """,
                    Good: """
                    FROM fedora:42
                    ARG VERSION
                    RUN if [[ "$VERSION" = 1* ]]; then make; fi
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var term in script.Tests.Terms)
        {
            if (term is
                {
                    IsDouble: true, Operator: "=~",
                    Right.LiteralValue: ['*', ..] or [not ('.' or '*' or '[' or ']' or '\\' or '^'), '*']
                })
            {
                report.Add(term.Right.Span, "here an asterisk repeats what stands before it: compare with =");
            }
        }
    }
}
