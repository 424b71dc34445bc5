using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class DecimalsCompared : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2072", "decimals-compared", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A number with a point compared as a whole number.",
            "The brackets know whole numbers only.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    ARG VERSION
                    RUN if [ "$VERSION" -lt 3.8 ]; then make; fi
                    """,
                    Good: """
                    FROM alpine:3.22
                    ARG VERSION
                    RUN case "$VERSION" in 3.[0-7]) make;; esac
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var term in script.Tests.Terms)
        {
            foreach (var word in (ShellWord?[])[term.Left, term.Right])
            {
                if (term.Operator is "-eq" or "-ne" or "-lt" or "-le" or "-gt" or "-ge" && word?.LiteralValue is { } text
                    && IsDecimal(text))
                {
                    report.Add(word.Span, "the brackets know whole numbers only");
                }
            }
        }
    }

    private static bool IsDecimal(string text) => text.Contains('.', StringComparison.Ordinal)
        && text.All(c => char.IsAsciiDigit(c) || c == '.');
}
