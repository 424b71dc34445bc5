using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class TrLowerRange : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2018", "tr-lower-range", Category.Shell, Severity.Info)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "`a-z` for tr.",
            "Letters with accents are not in that range.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN echo Hello | tr a-z x
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN echo Hello | tr '[:lower:]' x
                    """),
            ])
        {
            Remedy = "Use `'[:lower:]'`.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Named("tr"))
        {
            foreach (var word in command.Words.Skip(1).Where(word => word.LiteralValue == "a-z"))
            {
                report.Add(word.Span, "this range has no letters with accents: use '[:lower:]'");
            }
        }
    }
}
