using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class RootUser : Rule
{
    public override RuleInfo Info { get; } = new("DL3002", "root-user", Category.Security, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.Trivy("DS-0002"), RuleSource.Checkov("CKV_DOCKER_8")],
        Doc = new(
            "The last USER of an image is root.",
            """
            A process that breaks out of its container as root is root on the host. Switch back to an ordinary user at the end. Stages
            that only build are not looked at.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    USER root
                    RUN apk add --no-cache curl
                    """,
                    Good: """
                    FROM alpine:3.22
                    USER root
                    RUN apk add --no-cache curl
                    USER app
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22 AS base
                    USER 0:0
                    FROM base
                    RUN true
                    """,
                    Good: """
                    FROM alpine:3.22 AS build
                    USER root
                    FROM alpine:3.22
                    COPY --from=build /x /x
                    USER app
                    """),
            ])
        {
            Remedy = """
                Add `USER app`, or a number such as `USER 1000`, below the last step that needs root. If the program itself has to run
                as root, ignore the finding and say why.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var stage in context.Get<ImageStages>())
        {
            var last = context.Get<LastUsers>().Of(stage);
            if (last is not null && stage.FinalState.User?.Split(':')[0] is "root" or "0" && !stage.IsIncomplete)
            {
                context.Report(last.Argument.Span, "the image runs as root: its last USER is root");
            }
        }
    });
}
