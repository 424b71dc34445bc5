using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class QuotedRegularExpression : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2076", "quoted-regular-expression", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A regular expression in quotes.",
            "In quotes its characters stand for themselves.",
            [
                new(
                    Bad: """
                    FROM fedora:42
                    ARG VERSION
                    RUN if [[ "$VERSION" =~ "^1.*" ]]; then make; fi
                    """,
                    Good: """
                    FROM fedora:42
                    ARG VERSION
                    RUN if [[ "$VERSION" =~ ^1.* ]]; then make; fi
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var term in script.Tests.Terms)
        {
            if (term is { IsDouble: true, Operator: "=~", Right: { Parts: [DoubleQuoted or SingleQuoted] } right }
                && script.Slice(right.Span).AsSpan().IndexOfAny("*.+?[(|") >= 0)
            {
                report.Add(right.Span, "in quotes these characters stand for themselves");
            }
        }
    }
}
