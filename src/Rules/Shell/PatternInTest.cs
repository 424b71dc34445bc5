using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class PatternInTest : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2144", "pattern-in-test", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A test of a file that is named by a pattern.",
            "It fails where the pattern fits several files.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN if [ -e /etc/*.conf ]; then true; fi
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN for file in /etc/*.conf; do if [ -e "$file" ]; then break; fi; done
                    """),
            ])
        {
            Remedy = "Use a loop over the pattern.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var term in script.Tests.Terms)
        {
            if (term is { Left: null, Operator: { } sign } && sign is not ("-n" or "-z" or "-v" or "-o" or "-t")
                && script.IsGlob(term.Right))
            {
                report.Add(term.Right.Span, "a test takes one file, and the pattern may fit several");
            }
        }
    }
}
