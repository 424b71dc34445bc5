using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class IndexWithoutBraces : ShellRule
{
    public override RuleInfo Info { get; } = new("SC1087", "index-without-braces", Category.Shell, Severity.Error)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "An index behind a variable without braces.",
            "The shell takes the brackets for text, or for a pattern.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN set -- a b; echo "$1" "$names[0]"
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN set -- a b; echo "$1" "${names[0]}"
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var expansion in script.All<ParameterExpansion>())
        {
            if (expansion.Span.End < script.Text.Length && script.Text[expansion.Span.End] == '['
                && script.Text[expansion.Span.Start + 1] != '{'
                && (char.IsAsciiLetter(expansion.Name[0]) || expansion.Name[0] == '_')
                    && script.Text.IndexOf(']', expansion.Span.End) is > 0 and var close
                && script.Text.AsSpan(expansion.Span.End, close - expansion.Span.End).IndexOfAny(' ', '\n') < 0
                && script.PlaceOf(expansion).Place is not ScriptPlace.Arithmetic)
            {
                report.Add(new TextSpan(expansion.Span.Start, 0), $"the element of an array is ${{{expansion.Name}[…]}}");
            }
        }
    }
}
