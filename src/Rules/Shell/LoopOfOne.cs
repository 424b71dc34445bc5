using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class LoopOfOne : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2043", "loop-of-one", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A loop over one constant word.",
            "It runs once: a dollar sign or a pattern is missing.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN for package in packages; do apk add "$package"; done
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN for package in curl git; do apk add "$package"; done
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var loop in script.All<ForCommand>())
        {
            if (loop.Words is [{ LiteralValue: not null } word] && !script.IsGlob(word) && !SingleWords.IsText(word)
                && !script.Slice(word.Span).Contains('{', StringComparison.Ordinal)
                && !word.Parts.Any(part => part is Literal { Text: var text } && text.Contains(',', StringComparison.Ordinal)))
            {
                report.Add(word.Span, "this loop runs once");
            }
        }
    }
}
