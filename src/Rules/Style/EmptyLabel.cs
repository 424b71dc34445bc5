using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class EmptyLabel : Rule
{
    public override RuleInfo Info { get; } = new("DL3051", "empty-label", Category.Style, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Doc = new(
            "A label of the schema without a value.",
            "Only where a label schema is configured. An empty value satisfies a check for the label and says nothing.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    LABEL com.example.owner=""
                    """,
                    Good: """
                    FROM alpine:3.22
                    ARG OWNER
                    LABEL com.example.owner=$OWNER-team
                    """) { Settings = LabelValues.Schema("com.example.owner", LabelForm.Text) },
            ])
        {
            Remedy = "Write a value, or take it from a build argument, as in `LABEL com.example.owner=$OWNER`.",
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        foreach (var (key, value, pair) in context.Settings.LabelSchema.IsEmpty ? [] : LabelPairs.Of(stage))
        {
            // A build argument without default is there to be given from outside.
            if (key is not null && value is "" && context.Settings.LabelSchema.ContainsKey(key) && pair.Value?.Variables.Any() != true)
            {
                context.Report((pair.Value is { Parts.Count: > 0 } text ? text : pair.Key).Span, $"label {key} is empty");
            }
        }
    });
}
