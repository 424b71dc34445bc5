using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class LoopOverText : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2041", "loop-over-text", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A loop over one text in single quotes.",
            "It runs once with the whole text.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN for file in '*.txt'; do echo "$file"; done
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN for file in *.txt; do echo "$file"; done
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var loop in script.All<ForCommand>())
        {
            if (loop.Words is [var word] && SingleWords.IsText(word))
            {
                report.Add(word.Span, "this loop runs once, with the whole text");
            }
        }
    }
}
