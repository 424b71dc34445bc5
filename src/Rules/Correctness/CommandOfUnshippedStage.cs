using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class CommandOfUnshippedStage : Rule
{
    public override RuleInfo Info { get; } = new("DK6020", "command-of-unshipped-stage", Category.Correctness, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Strict,
        Doc = new(
            "CMD, ENTRYPOINT or HEALTHCHECK in a stage from which only files are taken.",
            "Nothing runs that stage as a container, unless somebody builds it with --target. Off by default for that reason.",
            [
                new(
                    Bad: """
                    FROM golang:1.25 AS build
                    RUN make
                    CMD ["/app"]
                    FROM scratch
                    COPY --from=build /app /app
                    """,
                    Good: """
                    FROM golang:1.25 AS build
                    RUN make
                    FROM scratch
                    COPY --from=build /app /app
                    CMD ["/app"]
                    """),
            ])
        {
            Remedy = """
                Move the instruction to the stage that becomes the image, or delete it. Ignore the finding if the stage is run on its
                own, built with `--target`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        if (!context.Model.IsShipped(stage))
        {
            foreach (var instruction in stage.Steps.Select(step => step.Instruction)
                .Where(instruction => instruction is CmdInstruction or EntrypointInstruction or HealthcheckInstruction))
            {
                context.Report(instruction.Keyword.Span, $"{instruction.Name} has no effect: only files are taken from this stage");
            }
        }
    });
}
