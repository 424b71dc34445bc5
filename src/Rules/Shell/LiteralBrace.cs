using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class LiteralBrace : ShellRule
{
    public override RuleInfo Info { get; } = new("SC1083", "literal-brace", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A brace that is a character, and may be meant as more.",
            "A group needs a blank behind its opening brace and a semicolon before the closing one.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN echo {{name}} > /template
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN echo '{{name}}' > /template
                    """),
            ])
        {
            Remedy = "Quote it if it is meant as a character.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var (span, brace) in LooseBraces.All(script))
        {
            report.Add(span, $"this {brace} is a character like others");
        }
    }
}
