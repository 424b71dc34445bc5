using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class UnlistedLabel : Rule
{
    public override RuleInfo Info { get; } = new("DL3050", "unlisted-label", Category.Style, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Doc = new(
            "A label that is not in the schema.",
            "Only where the schema is configured to be strict.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    LABEL com.example.ower=ann
                    """,
                    Good: """
                    FROM alpine:3.22
                    LABEL com.example.owner=ann
                    """) { Settings = LabelValues.Schema("com.example.owner", LabelForm.Text, isStrict: true) },
            ])
        {
            Remedy = "Correct the key if it is misspelt, or delete the label. If it is legitimate, add it to `label-schema`.",
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        foreach (var (key, _, pair) in context.Settings.HasStrictLabels ? LabelPairs.Of(stage) : [])
        {
            if (key is not null && !context.Settings.LabelSchema.ContainsKey(key))
            {
                context.Report(pair.Key.Span, $"label {key} is not in the schema");
            }
        }
    });
}
