using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class CopyFromSelf : Rule
{
    public override RuleInfo Info { get; } = new("DL3023", "copy-from-self", Category.Correctness, Severity.Error)
    {
        Since = "0.1",
        // What builders reject is DL1000 in the default profile.
        Profiles = Profiles.Hadolint | Profiles.Strict,
        Sources = [RuleSource.Trivy("DS-0006")],
        Doc = new(
            "A stage takes files from itself.",
            """
            A stage is not finished while it is built, so it cannot be its own source. A file that is there already can be copied with
            RUN cp.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22 AS build
                    COPY --from=build /a /b
                    """,
                    Good: """
                    FROM alpine:3.22 AS build
                    FROM alpine:3.22
                    COPY --from=build /a /b
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22
                    RUN --mount=type=bind,from=0,target=/m ls /m
                    """,
                    Good: """
                    FROM alpine:3.22
                    FROM alpine:3.22
                    RUN --mount=type=bind,from=0,target=/m ls /m
                    """),
            ])
        {
            Remedy = "Name the earlier stage that has the file. If the file is already here, write `RUN cp /a /b`.",
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        foreach (var source in SourceNames.Of(stage, context))
        {
            // An earlier stage of the same name, or of a number as its name, is what is meant.
            var isSelf = source.Text?.Equals(stage.Name, StringComparison.OrdinalIgnoreCase) == true
                ? !context.Model.Stages.Take(stage.Index).Any(earlier => earlier.Name == stage.Name)
                : source.Text is not null && SourceNames.Index(source.Text) == stage.Index
                    && context.Tree.Root.Instructions.Count(instruction => instruction.Name == "FROM") == context.Model.Stages.Count;
            if (isSelf && !ImageStages.IsBuildContext(source.Text, context))
            {
                context.Report(source.Span, $"{source.Instruction.Name} takes files from its own stage");
            }
        }
    });
}
