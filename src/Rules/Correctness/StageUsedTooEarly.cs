using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

internal sealed class StageUsedTooEarly : Rule
{
    public override RuleInfo Info { get; } = new("DK6003", "stage-used-too-early", Category.Correctness, Severity.Error)
    {
        Since = "0.1",
        Doc = new(
            "FROM names a stage that is defined only further down.",
            """
            FROM does not see it and takes the name for an image of a registry, which may even exist. COPY --from and mounts of a later
            stage end the build and are reported as errors of the file.
            """,
            [
                new(
                    Bad: """
                    FROM build
                    FROM alpine:3.22 AS build
                    """,
                    Good: """
                    FROM alpine:3.22 AS build
                    FROM build
                    """),
            ])
        {
            Remedy = "Move the stage above the `FROM` that uses it. If you mean an image of a registry, give the stage another name.",
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        if (StagesByName.MeantBy(stage, context) is { From.StageName: { } meant })
        {
            context.Report(stage.From.Image.Span, $"stage {stage.Base.Text} is defined only below: here it is an image of that name",
                [new RelatedSpan(meant.Span, "defined here")]);
        }
    });
}
