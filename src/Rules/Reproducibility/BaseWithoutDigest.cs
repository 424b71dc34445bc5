using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

internal sealed class BaseWithoutDigest : Rule
{
    public override RuleInfo Info { get; } = new("DK5001", "base-without-digest", Category.Reproducibility, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Strict,
        Doc = new(
            "FROM names an image by a tag without a digest.",
            """
            A tag can be moved to another image, by its owner or by whoever gets hold of the account; a digest cannot. Off by default:
            digests need a tool that keeps them current.
            """,
            [
                new("FROM debian:12\n", "FROM debian:12@sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d\n"),
                new(
                    Bad: """
                    FROM debian:12 AS a
                    FROM a
                    """,
                    Good: """
                    FROM scratch AS a
                    FROM a
                    """),
            ])
        {
            Remedy = """
                Write `FROM debian:12@sha256:...` with the digest that `docker buildx imagetools inspect debian:12` prints, and let
                Renovate or Dependabot renew it. If nothing renews it, keep the tag and ignore the rule.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        if (stage.Base is { Kind: BaseKind.Image, Image: { Digest: null, Tag: not null } })
        {
            context.Report(stage.From.Image.Span, $"{stage.Base.Text} is named without a digest");
        }
    });
}
