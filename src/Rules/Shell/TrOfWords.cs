using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class TrOfWords : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2020", "tr-of-words", Category.Shell, Severity.Info)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "Words for tr.",
            "It takes single characters, whatever they stand beside.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN echo hello | tr hello world
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN echo hello | sed 's/hello/world/'
                    """),
            ])
        {
            Remedy = "Use sed to replace words.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Named("tr"))
        {
            foreach (var word in ShellFlags.Operands(command).Where(word => word.LiteralValue is { } text && HasTwice(text)))
            {
                report.Add(word.Span, "tr takes single characters, and one stands here twice");
            }
        }
    }

    private static bool HasTwice(string text) => text.AsSpan().IndexOfAny('-', '[', '\\') < 0 && text.Distinct().Count() < text.Length
        && text.Any(char.IsAsciiLetterOrDigit);
}
