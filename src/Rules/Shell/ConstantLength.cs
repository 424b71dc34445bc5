using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ConstantLength : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2157", "constant-length", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A test whether a constant text is empty.",
            """
            It always comes out the same: a dollar sign is missing, or a text that is never empty stands beside the expansion.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN if [ -n DEBUG ]; then apk add gdb; fi
                    """,
                    Good: """
                    FROM alpine:3.22
                    ARG DEBUG
                    RUN if [ -n "$DEBUG" ]; then apk add gdb; fi
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var term in script.Tests.Terms)
        {
            if (term is { Left: null, Operator: "-n" or "-z" }
                && term.Right.Parts.SelectMany(part => part is DoubleQuoted quoted ? quoted.Parts : [part])
                    .FirstOrDefault(part => part.LiteralValue is { Length: > 0 }) is { } constant && constant is not AnsiCQuoted)
            {
                report.Add(constant.Span, "this text is never empty");
            }
        }
    }
}
