using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

internal sealed class UntaggedBaseImage : Rule
{
    public override RuleInfo Info { get; } = new("DL3006", "untagged-base-image", Category.Reproducibility, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.Trivy("DS-0001"), RuleSource.Checkov("CKV_DOCKER_7")],
        Doc = new(
            "FROM names an image without tag or digest.",
            """
            Without a tag the build takes whatever latest is on that day, and a rebuild may get something else. Defaults of build
            arguments are evaluated.
            """,
            [
                new("FROM alpine\n", "FROM alpine:3.22\n"),
                new(
                    Bad: """
                    ARG BASE=debian
                    FROM $BASE
                    """,
                    Good: """
                    ARG BASE=debian:12
                    FROM $BASE
                    """),
            ])
        {
            Remedy = "Add a tag, as in `FROM alpine:3.22`, or a digest. If the name comes from an `ARG`, put the tag into its default.",
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        if (stage.Base is { Kind: BaseKind.Image, Image: { Tag: null, Digest: null } }
            && !ImageStages.IsBuildContext(stage.Base.Text, context)
            && StagesByName.MeantBy(stage, context) is null)
        {
            context.Report(stage.From.Image.Span, $"image {stage.Base.Text} has no tag");
        }
    });
}
