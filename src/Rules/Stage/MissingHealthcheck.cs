using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DL3057.</summary>
public sealed class MissingHealthcheck : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DL3057", "missing-healthcheck", Category.Correctness, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Strict,
        Sources = [RuleSource.Trivy("DS-0026"), RuleSource.Checkov("CKV_DOCKER_2"), RuleSource.Dockle("CIS-DI-0006")],
        Doc = new("A service without HEALTHCHECK.",
            "Docker then knows only whether the process lives. Looked at are the stages that the file is for, where they expose a port; orchestrators that probe by themselves do not need it.",
            [new("FROM alpine:3.22\nEXPOSE 80\nCMD [\"httpd\", \"-f\"]\n", "FROM alpine:3.22\nEXPOSE 80\nHEALTHCHECK CMD [\"wget\", \"-q\", \"-O-\", \"localhost\"]\nCMD [\"httpd\", \"-f\"]\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var stage in context.Get<ImageStages>().Where(stage => !stage.Chain.Any(below => below.IsIncomplete)))
        {
            var instructions = stage.Chain.SelectMany(below => below.Steps).Select(step => step.Instruction).ToList();
            if (instructions.Any(instruction => instruction is ExposeInstruction) && !instructions.Any(instruction => instruction is HealthcheckInstruction))
            {
                context.Report(stage.From.Keyword.Span, "the image exposes a port and has no HEALTHCHECK");
            }
        }
    });
}
