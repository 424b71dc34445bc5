using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class RedirectionToNumber : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2210", "redirection-to-number", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A redirection to a file whose name is a number.",
            "An ampersand is missing, or quotes around a comparison.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN make 2>1
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN make 2>&1
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var redirect in script.All<Redirect>())
        {
            if (redirect.Operator.Text is ">" or ">>" or "<" or "&>" && redirect.Target.LiteralValue is { Length: > 0 } target
                && target.All(char.IsAsciiDigit) && !IsComparison(script, redirect))
            {
                report.Add(TextSpan.FromBounds(redirect.Operator.Span.Start + (redirect.Operator.Text[0] == '&' ? 1 : 0),
                    redirect.Span.End), $"this is a file with the name {target}");
            }
        }
    }

    private static bool IsComparison(CheckedScript script, Redirect redirect) =>
        script.Parent(redirect) is SimpleCommand { Words: [{ LiteralValue: "[" }, .., var end] } && redirect.Span.End <= end.Span.Start;
}
