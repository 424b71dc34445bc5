using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class TypographicQuote : ShellRule
{
    public override RuleInfo Info { get; } = new("SC1110", "typographic-quote", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A quotation mark of a text processor, outside of quotes.",
            "For the shell it is a character like others.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN echo “hello”
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN echo "hello"
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        if (script.Text.AsSpan().IndexOfAny("“”‘’") < 0)
        {
            return;
        }

        foreach (var literal in script.All<Literal>().Where(literal => script.Parent(literal) is ShellWord))
        {
            for (var i = 0; i < literal.Text.Length; i++)
            {
                if (literal.Text[i] is '“' or '”' or '‘' or '’')
                {
                    report.Add(new TextSpan(literal.Span.Start + i, 1), "this quotation mark is a character like others");
                }
            }
        }
    }
}
