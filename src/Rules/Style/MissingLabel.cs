using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class MissingLabel : Rule
{
    public override RuleInfo Info { get; } = new("DL3049", "missing-label", Category.Style, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Doc = new(
            "An image without a label that the schema asks for.",
            """
            Only where a label schema is configured, and only for the stages that the file is for: not for those that others build on or
            take files from.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    LABEL a=b
                    """,
                    Good: """
                    FROM golang:1.25 AS build
                    FROM alpine:3.22
                    LABEL com.example.owner=ann
                    COPY --from=build /x /x
                    """) { Settings = LabelValues.Schema("com.example.owner", LabelForm.Text) },
            ])
        {
            Remedy = """
                Add the label to the stage that the message names, as in `LABEL com.example.owner=ann`. If not every image needs it,
                take it out of `label-schema`, or put that under `overrides`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        if (context.Settings.LabelSchema.IsEmpty)
        {
            return;
        }

        foreach (var stage in context.Get<ImageStages>().Where(stage => !stage.Chain.Any(below => below.IsIncomplete)))
        {
            var keys = stage.Chain.SelectMany(LabelPairs.Of).Select(label => label.Key).ToHashSet();
            foreach (var label in context.Settings.LabelSchema.Keys)
            {
                if (!keys.Contains(label) && !keys.Contains(null))
                {
                    context.Report(stage.From.Keyword.Span, $"the image has no label {label}");
                }
            }
        }
    });
}
