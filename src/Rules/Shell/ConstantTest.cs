using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class ConstantTest : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2078", "constant-test", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A test of a constant word.",
            "A word that is not empty is true: a dollar sign is missing, or the blanks around the operator.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN if [ DEBUG ]; then apk add gdb; fi
                    """,
                    Good: """
                    FROM alpine:3.22
                    ARG DEBUG
                    RUN if [ "$DEBUG" ]; then apk add gdb; fi
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var term in script.Tests.Terms)
        {
            if (term is { Operator: null, Right.LiteralValue: { Length: > 0 } text } && text is not ("0" or "1" or "true" or "false")
                && !script.IsGlob(term.Right) && text is not ['!', '-', ..] && text[0] != '=')
            {
                report.Add(text[0] == '!' ? new TextSpan(term.Right.Span.Start + 1, term.Right.Span.Length - 1)
                    : term.Right.Span, "this is always true");
            }
        }
    }
}
