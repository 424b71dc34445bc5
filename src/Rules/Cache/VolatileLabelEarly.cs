using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class VolatileLabelEarly : Rule
{
    public override RuleInfo Info { get; } = new("DK1003", "volatile-label-early", Category.Cache, Severity.Info)
    {
        Since = "0.1",
        Confidence = Confidence.Likely,
        Profiles = Profiles.Strict,
        Doc = new(
            "A label with a commit, date or build number stands above an expensive step.",
            """
            The classic builder redoes everything below a changed LABEL. BuildKit does not: there a label costs nothing wherever it
            stands. For builds with both, labels go last.
            """,
            [
                new(
                    Bad: """
                    FROM debian:12
                    ARG VCS_REF
                    LABEL org.opencontainers.image.revision=$VCS_REF
                    RUN apt-get update && apt-get install -y git
                    """,
                    Good: """
                    FROM debian:12
                    RUN apt-get update && apt-get install -y git
                    ARG VCS_REF
                    LABEL org.opencontainers.image.revision=$VCS_REF
                    """),
            ])
        {
            Remedy = """
                Move the `LABEL`, together with its `ARG`, to the end of the stage. Leave the label where it is if you build with
                BuildKit only.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        var lastExpensive = stage.Steps.Select(step => step.Instruction).OfType<RunInstruction>()
            .LastOrDefault(run => ExpensiveStep.Find(context.Model.InvocationsOf(run)) is not null);
        foreach (var step in stage.Steps)
        {
            if (lastExpensive is null || step.Instruction is not LabelInstruction label || label.Span.Start > lastExpensive.Span.Start)
            {
                continue;
            }

            foreach (var pair in label.Pairs)
            {
                if (pair.Value?.Variables.FirstOrDefault(variable => VolatileName.Is(variable.Name)) is { } variable)
                {
                    context.Report(pair.Key.Span, $"the classic builder redoes the steps below when {variable.Name} changes: put this "
                        + "label last",
                        [new RelatedSpan(lastExpensive.Keyword.Span, "this runs again")]);
                }
            }
        }
    });
}
