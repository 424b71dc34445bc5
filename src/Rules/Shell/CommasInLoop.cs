using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class CommasInLoop : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2042", "commas-in-loop", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "Commas between the words of a loop.",
            "Blanks separate words, and commas are part of them.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN for name in a,b,c; do echo "$name"; done
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN for name in a b c; do echo "$name"; done
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var loop in script.All<ForCommand>())
        {
            if (loop.Words is [{ LiteralValue: not null, Parts: [Literal { Text: var text }] } word]
                && text.Contains(',', StringComparison.Ordinal)
                && !text.Contains('{', StringComparison.Ordinal))
            {
                report.Add(word.Span, "blanks separate words, not commas");
            }
        }
    }
}
