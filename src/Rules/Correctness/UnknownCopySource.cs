using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class UnknownCopySource : Rule
{
    public override RuleInfo Info { get; } = new("DL3022", "unknown-copy-source", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        // What builders reject is DL1000 in the default profile.
        Profiles = Profiles.Hadolint | Profiles.Strict,
        Doc = new(
            "Files are taken from a stage that is not there yet.",
            """
            Only earlier stages can be taken from. A name of a later stage is taken for an image of a registry. A name that no stage has
            may be an image or a named build context, and is not reported.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    COPY --from=build /x /x
                    FROM golang:1.25 AS build
                    """,
                    Good: """
                    FROM golang:1.25 AS build
                    FROM alpine:3.22
                    COPY --from=build /x /x
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22
                    COPY --from=Tools /x /x
                    FROM golang:1.25 AS tools
                    """,
                    Good: """
                    FROM golang:1.25
                    FROM alpine:3.22
                    COPY --from=0 /x /x
                    COPY --from=assets /y /y
                    COPY --from=busybox /bin/sh /bin/sh
                    """),
            ])
        {
            Remedy = """
                Move the stage above the one that copies from it. If an image of that name is meant, rename the stage, or write the
                image with its registry and tag.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        var stages = context.Model.Stages;
        foreach (var source in SourceNames.Of(stage, context))
        {
            if (source.Text is not { } name || ImageStages.IsBuildContext(name, context)
                || Find(stages.Take(stage.Index + 1), name) is not null)
            {
                continue;
            }

            if (Find(stages.Skip(stage.Index + 1), name) is { } later)
            {
                context.Report(
                    source.Span, $"stage {name} comes only after this one", [new RelatedSpan(later.From.Keyword.Span, "it begins here")]);
            }
        }
    });

    private static Stage? Find(IEnumerable<Stage> stages, string name) =>
        stages.LastOrDefault(stage => stage.Name?.Equals(name, StringComparison.OrdinalIgnoreCase) == true);
}
