using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class JoinedTests : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2166", "joined-tests", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "`-a` or `-o` between two tests in brackets.",
            "With some operands nobody can tell what they mean, and POSIX no longer has them.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN if [ -f /a -a -f /b ]; then rm /a /b; fi
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN if [ -f /a ] && [ -f /b ]; then rm /a /b; fi
                    """),
            ])
        {
            Remedy = "Write two tests with `&&` or `||` between them.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var join in script.Tests.Joins)
        {
            if (join.LiteralValue is "-a" or "-o")
            {
                report.Add(join.Span, $"write two tests with {(join.LiteralValue == "-a" ? "&&" : "||")} between them");
            }
        }
    }
}
