using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class NumbersAsTexts : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2071", "numbers-as-texts", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "Numbers compared with `<` or `>` in brackets.",
            "That compares texts, or writes to a file: `10` comes before `9`.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    ARG LEVEL
                    RUN if [ "$LEVEL" \> 9 ]; then apk add gdb; fi
                    """,
                    Good: """
                    FROM alpine:3.22
                    ARG LEVEL
                    RUN if [ "$LEVEL" -gt 9 ]; then apk add gdb; fi
                    """),
            ])
        {
            Remedy = "Use -lt, -gt, -le or -ge.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var term in script.Tests.Terms)
        {
            if (term is { Left: { } left, Operator: "<" or ">" or "<=" or ">=" } && (IsNumber(left) || IsNumber(term.Right)))
            {
                report.Add(term.OperatorSpan, "this compares texts, not numbers");
            }
        }
    }

    private static bool IsNumber(ShellWord word) => word.LiteralValue is { Length: > 0 } text && text.All(char.IsAsciiDigit);
}
