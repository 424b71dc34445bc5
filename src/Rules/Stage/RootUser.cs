using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DL3002.</summary>
public sealed class RootUser : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3002", "root-user", Category.Security, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.Trivy("DS-0002"), RuleSource.Checkov("CKV_DOCKER_8")],
        Doc = new("The last USER of an image is root.",
            "A process that breaks out of its container as root is root on the host. Switch back to an ordinary user at the end. Stages that only build are not looked at.",
            [new("FROM alpine:3.22\nUSER root\nRUN apk add --no-cache curl\n", "FROM alpine:3.22\nUSER root\nRUN apk add --no-cache curl\nUSER app\n"),
             new("FROM alpine:3.22 AS base\nUSER 0:0\nFROM base\nRUN true\n", "FROM alpine:3.22 AS build\nUSER root\nFROM alpine:3.22\nCOPY --from=build /x /x\nUSER app\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var stage in context.Get<ImageStages>())
        {
            var last = context.Get<LastUsers>().Of(stage);
            if (last is not null && stage.FinalState.User?.Split(':')[0] is "root" or "0" && !stage.IsIncomplete)
            {
                context.Report(last.Argument.Span, "the last USER is root");
            }
        }
    });
}
