using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class MaintainerInstructionUsed : Rule
{
    public override RuleInfo Info { get; } = new("DL4000", "maintainer-instruction", Category.Style, Severity.Error)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.BuildKit("MaintainerDeprecated"), RuleSource.Trivy("DS-0022"), RuleSource.Checkov("CKV_DOCKER_6")],
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "MAINTAINER is deprecated.",
            "A label carries the same fact, can be read with the other labels, and can be overridden.",
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    MAINTAINER ann@example.com
                    """,
                    Good: """
                    FROM alpine:3.22
                    LABEL org.opencontainers.image.authors="ann@example.com"
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    LABEL org.opencontainers.image.authors="ann@example.com"
                    """),
            ])
        {
            Remedy = "Write `LABEL org.opencontainers.image.authors=\"ann@example.com\"`, or delete the line.",
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var maintainer in context.Tree.Root.Instructions.OfType<MaintainerInstruction>())
        {
            context.Report(maintainer.Keyword.Span, "MAINTAINER is deprecated: use LABEL org.opencontainers.image.authors",
                AuthorLabel.Instead(maintainer, context.Tree));
        }
    });
}
