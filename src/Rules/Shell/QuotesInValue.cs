using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class QuotesInValue : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2089", "quotes-in-value", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "Quotes in the value of a variable that is later used without quotes.",
            "Quotes in a value are characters like others: they hold nothing together.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN options='--name="my app"'; make $options
                    """,
                    Good: """
                    FROM alpine:3.22
                    RUN set -- --name="my app"; make "$@"
                    """),
            ])
        {
            Remedy = "Use an array, or set --.",
        },
    };

    internal override void Check(CheckedScript script, ShellReport report)
    {
        foreach (var (_, span, _) in QuotedValues.All(script))
        {
            report.Add(span, "these quotes will be characters of the value");
        }
    }
}
