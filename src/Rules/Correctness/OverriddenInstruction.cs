using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>BuildKit's MultipleInstructionsDisallowed; DL3012, DL4003 and DL4004 say the same in the other profiles.</summary>
internal sealed class OverriddenInstruction : Rule
{
    public override RuleInfo Info { get; } =
        new("MultipleInstructionsDisallowed", "overridden-instruction", Category.Correctness, Severity.Warning)
        {
            Since = "0.1",
            Profiles = Profiles.BuildKit | Profiles.Strict,
            Doc = new(
            "A CMD, ENTRYPOINT or HEALTHCHECK that a later one in the same stage overrides.",
            """
            Only the last one counts; the others look as if they did something. The default profile reports this as DL3012, DL4003 and
            DL4004.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    CMD ["a"]
                    CMD ["b"]
                    """,
                    Good: """
                    FROM alpine:3.22 AS one
                    CMD ["a"]
                    FROM alpine:3.22
                    CMD ["b"]
                    """),
            ])
            {
                Remedy = """
                Keep the one that is meant and delete the others. If several commands have to run, put them into a script, or join
                checks with `&&`.
                """,
            },
        };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var stage in context.Get<EngineBuild>().Stages)
        {
            var last = new Dictionary<string, EngineStep>(StringComparer.Ordinal);
            foreach (var step in stage.Steps)
            {
                if (step.Instruction is not (CmdInstruction or EntrypointInstruction or HealthcheckInstruction))
                {
                    continue;
                }

                if (last.TryGetValue(step.Instruction.Name, out var dead))
                {
                    context.ReportAt(dead.Place.Span, dead.Instruction.Keyword.Span, $"a later {dead.Instruction.Name} of the stage "
                        + "overrides this one");
                }

                last[step.Instruction.Name] = step;
            }
        }
    });
}
