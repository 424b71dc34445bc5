using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class UnreachableStage : Rule
{
    public override RuleInfo Info { get; } = new("DK4002", "unreachable-stage", Category.Size, Severity.Warning)
    {
        Since = "0.1",
        Doc = new(
            "A stage without a name that nothing uses.",
            """
            It is not the last one, so no build makes it unless somebody asks for its number: either it is left over, or a COPY --from
            that should use it is missing. A stage with a name may be a target and is not reported.
            """,
            [
                new(
                    Bad: """
                    FROM golang:1.25
                    RUN go build -o /app .
                    FROM alpine:3.22
                    COPY app /app
                    """,
                    Good: """
                    FROM golang:1.25
                    RUN go build -o /app .
                    FROM alpine:3.22
                    COPY --from=0 /app /app
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22
                    FROM debian:12
                    """,
                    Good: """
                    FROM alpine:3.22 AS test
                    FROM debian:12
                    """),
            ])
        {
            Remedy = """
                Delete the stage, or use it with `COPY --from=0`. If it is meant to be built with `--target`, give it a name, as in
                `FROM golang:1.25 AS tools`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        // What cannot be read may be the use that is missing.
        var stages = context.Model.Stages;
        if (stages.Any(stage => stage.IsIncomplete) || context.Tree.Errors.Count > 0)
        {
            return;
        }

        var unknown = stages.LastOrDefault(UsesUnknownStage)?.Index ?? -1;
        foreach (var stage in stages)
        {
            if (stage.Name is null && stage != stages[^1] && context.Model.IsOutput(stage) && unknown <= stage.Index)
            {
                context.Report(stage.From.Keyword.Span, $"stage {stage.Index} has no name and nothing uses it: it is never built");
            }
        }
    });

    private static bool UsesUnknownStage(Semantics.Stage stage) => stage.Base.Kind == Semantics.BaseKind.Unknown
        || stage.Steps.Any(step =>
            step.Instruction.Flags.Any(flag =>
            flag.Name is "from" or "mount" && flag.Value?.Contains('$', StringComparison.Ordinal) == true));
}
