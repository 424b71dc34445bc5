using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class ExpansionBetweenQuotes : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2027", "expansion-between-quotes", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "An expansion between two texts in double quotes.",
            "The quotes were meant to be around the expansion: they leave it unquoted.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    ARG NAME
                    RUN echo "hello "$NAME" there"
                    """,
                    Good: """
                    FROM alpine:3.22
                    ARG NAME
                    RUN echo "hello $NAME there"
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var (_, part, _) in QuoteNeighbours.Between<DoubleQuoted>(script))
        {
            if (part is ParameterExpansion or CommandSubstitution)
            {
                report.Add(part.Span, "the quotes leave this expansion out");
            }
        }
    }
}
