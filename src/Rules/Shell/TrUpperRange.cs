using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class TrUpperRange : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2019", "tr-upper-range", Category.Shell, Severity.Info)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "`A-Z` for tr.",
            "Letters with accents are not in that range.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN echo Hello | tr A-Z x
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN echo Hello | tr '[:upper:]' x
                    """),
            ])
        {
            Remedy = "Use `'[:upper:]'`.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var command in script.Named("tr"))
        {
            foreach (var word in command.Words.Skip(1).Where(word => word.LiteralValue == "A-Z"))
            {
                report.Add(word.Span, "this range has no letters with accents: use '[:upper:]'");
            }
        }
    }
}
