using System.Globalization;
using Dockerlint.Cache;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Verification;

/// <summary>
/// Finds the instruction behind a step of the engine. BuildKit counts RUN, COPY, ADD and WORKDIR in each stage, with a FROM of an
/// image as 1 (dockerfile2llb, prefixCommand); the classic builder counts every instruction of the file.
/// </summary>
public static class StepMatcher
{
    /// <summary>What the engine told of each step of a plan, in the order of the plan; null where it told nothing.</summary>
    public static IReadOnlyList<ObservedStep?> Match(LayerPlan plan, BuildObservation observation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(observation);
        return plan.State.Settings.Builder == Builder.BuildKit ? MatchBuildKit(plan, observation) : MatchClassic(plan, observation);
    }

    private static IReadOnlyList<ObservedStep?> MatchBuildKit(LayerPlan plan, BuildObservation observation)
    {
        var told = new Dictionary<(string Stage, int Number), ObservedStep>();
        foreach (var step in observation.Steps.Where(step => step.Number > 0))
        {
            // COPY --link is told twice, as the copy and as the merge behind it, which is always done.
            var key = (step.Stage.ToLowerInvariant(), step.Number);
            if (!told.TryGetValue(key, out var known) || IsMerge(known))
            {
                told[key] = step;
            }
        }

        var isAlone = plan.Model.Stages.Count == 1;
        var counts = new Dictionary<int, int>();
        var result = new List<ObservedStep?>(plan.Steps.Count);
        foreach (var step in plan.Steps)
        {
            if (step.StageIndex is not { } index || !IsCounted(step, plan.Model.Stages[index]))
            {
                result.Add(null);
                continue;
            }

            var number = counts[index] = counts.GetValueOrDefault(index) + 1;
            var stage = plan.Model.Stages[index];
            // A stage that is alone has no name, unless a mount makes BuildKit count another one.
            var name = stage.Name ?? string.Create(CultureInfo.InvariantCulture, $"stage-{index}");
            result.Add(told.GetValueOrDefault((name, number)) ?? (isAlone ? told.GetValueOrDefault(("", number)) : null));
        }

        return result;
    }

    private static bool IsMerge(ObservedStep step) => BuildKitTrace.ParseName(step.Name).Text.StartsWith("LINK ", StringComparison.Ordinal);

    private static bool IsCounted(LayerStep step, Stage stage) => step.Instruction switch
    {
        FromInstruction => stage.Base.Stage is null && stage.Base.Kind != BaseKind.Scratch,
        RunInstruction or FileTransferInstruction or WorkdirInstruction => step.Kind == StepKind.Cached, // WORKDIR / is none
        _ => false,
    };

    private static IReadOnlyList<ObservedStep?> MatchClassic(LayerPlan plan, BuildObservation observation)
    {
        var told = new Dictionary<int, ObservedStep>();
        foreach (var step in observation.Steps)
        {
            told[step.Number] = step;
        }

        // Behind the target comes what the engine adds itself, such as a step for the labels of the command.
        var number = 0;
        return [.. plan.Steps.Select(Find)];

        ObservedStep? Find(LayerStep step)
        {
            var found = step.IsTrigger ? null : told.GetValueOrDefault(++number);
            return step.Kind == StepKind.Skipped ? null : found;
        }
    }
}
