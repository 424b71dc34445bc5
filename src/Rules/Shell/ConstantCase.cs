using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ConstantCase : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2194", "constant-case", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "case with a constant word.",
            "It always comes to the same arm: a dollar sign is missing.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN case TARGETARCH in amd64) make;; esac
                    """,
                    Good: """
                    FROM alpine:3.22
                    ARG TARGETARCH
                    RUN case "$TARGETARCH" in amd64) make;; esac
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var choice in script.All<CaseCommand>())
        {
            if (choice.Subject.LiteralValue is not null && !script.IsGlob(choice.Subject))
            {
                report.Add(choice.Subject.Span, "this word is constant");
            }
        }
    }
}
