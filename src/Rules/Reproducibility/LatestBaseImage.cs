using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

internal sealed class LatestBaseImage : Rule
{
    private static readonly RuleOption<IReadOnlyList<string>> s_allow =
        new("allow", [], "Images that may be named by latest; * stands for any characters.");

    public override RuleInfo Info { get; } = new("DL3007", "latest-base-image", Category.Reproducibility, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.Trivy("DS-0001"), RuleSource.Checkov("CKV_DOCKER_7"), RuleSource.Dockle("DKL-DI-0006")],
        Options = [s_allow],
        Doc = new(
            "FROM names an image by the tag latest.",
            """
            latest moves: a rebuild may get another version without anything in the file having changed. Defaults of build arguments are
            evaluated.
            """,
            [
                new("FROM ruby:latest\n", "FROM ruby:3.4\n"),
                new(
                    Bad: """
                    ARG V=latest
                    FROM ruby:${V}
                    """,
                    Good: """
                    ARG V=3.4
                    FROM ruby:${V}
                    """),
            ]),
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        if (stage.Base is { Kind: BaseKind.Image, Image: { Tag: "latest", Digest: null } image }
            && !ImageStages.IsBuildContext(stage.Base.Text, context)
            && !context.Option(s_allow).Any(pattern =>
                Wildcard.Matches(pattern, image.Registry is null ? image.Repository : image.Registry + "/" + image.Repository)))
        {
            context.Report(stage.From.Image.Span, $"image {stage.Base.Text} has the moving tag latest: name a version");
        }
    });
}
