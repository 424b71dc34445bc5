using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL3051.</summary>
public sealed class EmptyLabel : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3051", "empty-label", Category.Style, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Doc = new("A label of the schema without a value.",
            "Only where a label schema is configured. An empty value satisfies a check for the label and says nothing.",
            [new("FROM alpine:3.22\nLABEL com.example.owner=\"\"\n", "FROM alpine:3.22\nARG OWNER\nLABEL com.example.owner=$OWNER-team\n")
            {
                Settings = LabelValues.Schema("com.example.owner", LabelForm.Text),
            }]),
    };

    /// <inheritdoc/>
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
