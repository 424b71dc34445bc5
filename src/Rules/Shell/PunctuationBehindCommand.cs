using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

internal sealed class PunctuationBehindCommand : ShellRule
{
    private const string Punctuation = ".,(){}<>[]%\\\"'# ";

    public override RuleInfo Info { get; } = new("SC2288", "punctuation-behind-command", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "The name of a command that ends in a sign of punctuation.",
            "No command is called like that: a quote, a bracket or a separator stands in the wrong place, or the line was written for "
                + "another shell.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN echo one; two, three
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN echo "one; two, three"
                    """),
            ])
        {
            Remedy = "Quote the text, or take the sign away.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Commands)
        {
            var name = command.Words[0];
            if (name.LiteralValue is not ("[" or ".") && Ending(name.Parts) is { } last
                && Punctuation.Contains(last, StringComparison.Ordinal))
            {
                report.Add(name.Span, $"no command has a name that ends in {(last == ' ' ? "a blank" : last)}");
            }
        }
    }

    private static char? Ending(IReadOnlyList<ShellWordPart> parts) => parts.LastOrDefault() switch
    {
        Literal { Text: [.., var last] } => last,
        SingleQuoted { Text: [.., var last] } => last,
        DoubleQuoted quoted => Ending(quoted.Parts),
        _ => null,
    };
}
