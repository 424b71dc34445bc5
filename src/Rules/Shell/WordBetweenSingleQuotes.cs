using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class WordBetweenSingleQuotes : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2026", "word-between-single-quotes", Category.Shell, Severity.Info)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A word between two texts in single quotes.",
            "The quotes were meant to be inside of the text: they end it instead.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN echo 'say 'hello' to all'
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN echo "say 'hello' to all"
                    """),
            ]),
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var word in script.All<ShellWord>())
        {
            for (var i = 1; i < word.Parts.Length; i++)
            {
                if (word.Parts[i] is Literal { Text: [var first, ..] text } part && char.IsAsciiLetter(first)
                    && word.Parts[i - 1] is SingleQuoted
                    && (word.Parts.Skip(i + 1).Any(later => later is SingleQuoted)
                        || (i >= 2 && i == word.Parts.Length - 1 && script.Parent(word) is Assignment)))
                {
                    var length = text.TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c == '_').Count();
                    report.Add(new TextSpan(part.Span.Start, length), "these quotes end the text and begin it again");
                }
            }
        }
    }
}
