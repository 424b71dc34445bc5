using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL3050.</summary>
public sealed class UnlistedLabel : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3050", "unlisted-label", Category.Style, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Doc = new("A label that is not in the schema.",
            "Only where the schema is configured to be strict.",
            [new("FROM alpine:3.22\nLABEL com.example.ower=ann\n", "FROM alpine:3.22\nLABEL com.example.owner=ann\n")
            {
                Settings = LabelValues.Schema("com.example.owner", LabelForm.Text, isStrict: true),
            }]),
    };

    /// <inheritdoc/>
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
