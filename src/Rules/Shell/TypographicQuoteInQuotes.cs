using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class TypographicQuoteInQuotes : ShellRule
{
    public override RuleInfo Info { get; } = new("SC1111", "typographic-quote-in-quotes", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A double quotation mark of a text processor, in double quotes.",
            "For the shell it is a character like others.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN echo "say “hello”"
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN echo 'say "hello"'
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Text.AsSpan().IndexOfAny("“”‘’") < 0)
        {
            return;
        }

        foreach (var literal in script.All<Literal>()
            .Where(literal => script.Parent(literal) is DoubleQuoted quoted && !script.IsBody(quoted)))
        {
            for (var i = 0; i < literal.Text.Length; i++)
            {
                if (literal.Text[i] is '“' or '”')
                {
                    report.Add(new TextSpan(literal.Span.Start + i, 0), "this quotation mark is a character like others");
                }
            }
        }
    }
}
