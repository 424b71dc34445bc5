using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DK1003.</summary>
public sealed class VolatileLabelEarly : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DK1003", "volatile-label-early", Category.Cache, Severity.Info)
    {
        Since = "0.1",
        Profiles = Profiles.Strict,
        Doc = new("A label with a commit, date or build number stands above an expensive step.",
            "The classic builder redoes everything below a changed LABEL. BuildKit does not: there a label costs nothing wherever it stands. For builds with both, labels go last.",
            [new("FROM debian:12\nARG VCS_REF\nLABEL org.opencontainers.image.revision=$VCS_REF\nRUN apt-get update && apt-get install -y git\n",
                 "FROM debian:12\nRUN apt-get update && apt-get install -y git\nARG VCS_REF\nLABEL org.opencontainers.image.revision=$VCS_REF\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        var lastExpensive = stage.Steps.Select(step => step.Instruction).OfType<RunInstruction>().LastOrDefault(run => ExpensiveStep.Find(context.Model.InvocationsOf(run)) is not null);
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
                    context.Report(pair.Key.Span, $"the classic builder redoes the steps below when {variable.Name} changes: put this label last",
                        [new RelatedSpan(lastExpensive.Keyword.Span, "this runs again")]);
                }
            }
        }
    });
}
