using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class WordBetweenQuotes : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2140", "word-between-quotes", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A word between two texts in double quotes.",
            "The quotes were meant to be inside of the text: they end it instead.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN echo "{"name":"app"}" > /config.json
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN echo '{"name":"app"}' > /config.json
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var (before, part, after) in QuoteNeighbours.Between<DoubleQuoted>(script))
        {
            if (part is Literal { Text: var text } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or ',')
                && !(IsExpansion(before) && IsExpansion(after)))
            {
                report.Add(part.Span, "these quotes end the text and begin it again");
            }
        }
    }

    // "$name"-"$version" is what quoting each expansion by itself looks like.
    private static bool IsExpansion(DoubleQuoted quoted) => quoted.Parts is [not Literal];
}
