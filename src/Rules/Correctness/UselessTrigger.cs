using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DK6023.</summary>
public sealed class UselessTrigger : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DK6023", "useless-trigger", Category.Correctness, Severity.Warning)
    {
        Since = "0.1",
        Doc = new("An ONBUILD trigger that cannot do what it says.",
            "A trigger runs in the build that starts from the image. The stages of this file do not exist there, so COPY --from one of them finds another stage or an image of that name; and in a stage that no image is made of the trigger never runs.",
            [new("FROM debian:12 AS build\nFROM debian:12\nONBUILD COPY --from=build /x /x\n", "FROM debian:12\nONBUILD COPY --from=example.com/tools:1 /x /x\n"),
             new("FROM debian:12 AS build\nONBUILD RUN make\nFROM debian:12\nCOPY --from=build /x /x\n", "FROM debian:12 AS base\nONBUILD RUN make\nFROM base\n")]),
    };

    /// <inheritdoc/>
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
