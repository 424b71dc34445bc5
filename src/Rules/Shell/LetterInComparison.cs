using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class LetterInComparison : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2268", "letter-in-comparison", Category.Shell, Severity.Style)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A letter in front of both sides of a comparison.",
            "Shells of long ago needed it.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    ARG DEBUG
                    RUN if [ "x$DEBUG" = "xyes" ]; then apk add gdb; fi
                    """,
                    Good: """
                    FROM alpine:3.22
                    ARG DEBUG
                    RUN if [ "$DEBUG" = "yes" ]; then apk add gdb; fi
                    """),
            ])
        {
            Remedy = "Leave the letters out.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var term in script.Tests.Terms)
        {
            if (term is { Left: { } left, Operator: "=" or "==" or "!=" } && StartsWithX(script, left) && StartsWithX(script, term.Right)
                && (left.LiteralValue is null || term.Right.LiteralValue is null))
            {
                report.Add(left.Span, "no shell of today needs a letter in front");
            }
        }
    }

    private static bool StartsWithX(CheckedScript script, ShellWord word) =>
        script.Slice(word.Span).TrimStart('"', '\'') is ['x' or 'X', ..];
}
