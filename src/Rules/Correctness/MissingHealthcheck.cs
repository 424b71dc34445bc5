using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class MissingHealthcheck : Rule
{
    public override RuleInfo Info { get; } = new("DL3057", "missing-healthcheck", Category.Correctness, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Strict,
        Sources = [RuleSource.Trivy("DS-0026"), RuleSource.Checkov("CKV_DOCKER_2"), RuleSource.Dockle("CIS-DI-0006")],
        Doc = new(
            "A service without HEALTHCHECK.",
            """
            Docker then knows only whether the process lives. Looked at are the stages that the file is for, where they expose a port;
            orchestrators that probe by themselves do not need it.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    EXPOSE 80
                    CMD ["httpd", "-f"]
                    """,
                    Good: """
                    FROM alpine:3.22
                    EXPOSE 80
                    HEALTHCHECK CMD ["wget", "-q", "-O-", "localhost"]
                    CMD ["httpd", "-f"]
                    """),
            ])
        {
            Remedy = """
                Add a check that asks the program, as in `HEALTHCHECK CMD curl -f http://localhost/ || exit 1`. If Kubernetes or another
                orchestrator probes by itself, write `HEALTHCHECK NONE` or ignore the rule.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var stage in context.Get<ImageStages>().Where(stage => !stage.Chain.Any(below => below.IsIncomplete)))
        {
            var instructions = stage.Chain.SelectMany(below => below.Steps).Select(step => step.Instruction).ToList();
            if (instructions.Any(instruction => instruction is ExposeInstruction)
                && !instructions.Any(instruction => instruction is HealthcheckInstruction))
            {
                context.Report(stage.From.Keyword.Span, "the image exposes a port and has no HEALTHCHECK");
            }
        }
    });
}
