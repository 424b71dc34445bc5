using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class UselessTrigger : Rule
{
    public override RuleInfo Info { get; } = new("DK6023", "useless-trigger", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Doc = new(
            "An ONBUILD trigger that cannot do what it says.",
            """
            A trigger runs in the build that starts from the image. The stages of this file do not exist there, so COPY --from one of
            them finds another stage or an image of that name; and in a stage that no image is made of the trigger never runs.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12 AS build
                    FROM debian:12
                    ONBUILD COPY --from=build /x /x
                    """,
                    Good: """
                    FROM debian:12
                    ONBUILD COPY --from=example.com/tools:1 /x /x
                    """),
                new(
                    Bad: """
                    FROM debian:12 AS build
                    ONBUILD RUN make
                    FROM debian:12
                    COPY --from=build /x /x
                    """,
                    Good: """
                    FROM debian:12 AS base
                    ONBUILD RUN make
                    FROM base
                    """),
            ])
        {
            Remedy = """
                Name an image in `ONBUILD COPY --from`, or copy the files into this stage without `ONBUILD`. If the step is for this
                build, drop the word `ONBUILD`; if the stage should be a base, start another one from it.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        var triggers = stage.Steps.Select(step => step.Instruction).OfType<OnbuildInstruction>().ToList();
        var isBase = triggers.Count == 0 || context.Model.IsShipped(stage) || context.Model.Stages.Any(other => other.Base.Stage == stage);
        foreach (var onbuild in triggers)
        {
            if (!isBase)
            {
                context.Report(onbuild.Keyword.Span, "this trigger never runs: no image is made of the stage, and no stage starts from it");
            }
            else if (onbuild.Trigger is CopyInstruction copy && copy.Flag("from") is { ValueWord: { LiteralValue: { } name } word }
                && context.Model.IsOutput(stage) && context.Get<StagesByName>().Has(name.ToLowerInvariant()))
            {
                context.Report(word.Span, $"stage {name} does not exist in the build that runs this trigger");
            }
        }
    });
}
