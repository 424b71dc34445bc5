using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class ValueWithQuotesUsed : ShellRule
{
    public override RuleInfo Info { get; } = new("SC2090", "value-with-quotes-used", Category.Shell, Severity.Warning)
    {
        Since = "0.3",
        Profiles = Everywhere,
        Doc = new(
            "A variable without quotes whose value has quotes in it.",
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
        foreach (var use in QuotedValues.All(script).SelectMany(item => item.Uses).DistinctBy(use => use.Span))
        {
            report.Add(use.Span, $"quotes in the value of {use.Name} are characters like others");
        }
    }
}
