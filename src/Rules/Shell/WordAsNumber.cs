using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class WordAsNumber : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2170", "word-as-number", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A word compared as a number.",
            "The brackets compare words with `=`.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    ARG MODE
                    RUN if [ "$MODE" -eq "fast" ]; then make; fi
                    """,
                    Good: """
                    FROM alpine:3.22
                    ARG MODE
                    RUN if [ "$MODE" = "fast" ]; then make; fi
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var term in script.Tests.Terms.Where(term => !term.IsDouble))
        {
            foreach (var word in (ShellWord?[])[term.Left, term.Right])
            {
                if (term.Operator is "-eq" or "-ne" or "-lt" or "-le" or "-gt" or "-ge" && word?.LiteralValue is { Length: > 0 } text
                    && text.All(char.IsAsciiLetter))
                {
                    report.Add(word.Span, "this is no number: compare words with =");
                }
            }
        }
    }
}
