using System.Globalization;
using Dockerlint.Cache;
using Dockerlint.Semantics;
using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;

namespace Dockerlint.Formatting;

/// <summary>Compares the cache keys of two layouts of one file, for every stage that it is for.</summary>
internal static class StepKeys
{
    /// <summary>The instruction whose key differs for some builder; null when all are the same.</summary>
    internal static int? FirstDifference(SyntaxTree before, SyntaxTree after)
    {
        foreach (var builder in (Builder[])[Builder.BuildKit, Builder.Classic])
        {
            foreach (var (old, @new) in Plans(before, after, builder))
            {
                for (var i = 0; i < old.Steps.Count; i++)
                {
                    if (old.Steps[i].Key.Digest != @new.Steps[i].Key.Digest)
                    {
                        return IndexOf(before, old.Steps[i].Instruction);
                    }
                }
            }
        }

        return null;
    }

    /// <summary>What BuildKit does again after a build of <paramref name="before"/>.</summary>
    internal static RebuiltSteps Compare(SyntaxTree before, SyntaxTree after)
    {
        var certain = new SortedSet<int>();
        var perhaps = new SortedSet<int>();
        foreach (var (old, @new) in Plans(before, after, Builder.BuildKit))
        {
            Follow(old, @new, certain, perhaps);
        }

        perhaps.ExceptWith(certain);
        return new RebuiltSteps([.. certain], [.. perhaps]);
    }

    // Behind a step that is done again every step of the stage is, and of the stages that start from it. What takes files from such a
    // stage is found in the cache all the same if the files come out the same.
    private static void Follow(LayerPlan old, LayerPlan plan, SortedSet<int> certain, SortedSet<int> perhaps)
    {
        var ends = new Dictionary<int, (bool IsCertain, bool IsPossible)>();
        var stage = -1;
        var (isCertain, isPossible) = (false, false);
        for (var i = 0; i < plan.Steps.Count; i++)
        {
            var step = plan.Steps[i];
            if (step.StageIndex is not { } index)
            {
                continue;
            }

            if (index != stage)
            {
                stage = index;
                (isCertain, isPossible) = plan.Model.Stages[index].Base.Stage is { } below ? ends.GetValueOrDefault(below.Index) : default;
            }

            if (step.Kind == StepKind.Cached)
            {
                var takes = step.StageFiles.Where(use => use.StageIndex is not null)
                    .Select(use => ends.GetValueOrDefault(use.StageIndex!.Value)).ToList();
                isCertain |= old.Steps[i].Key.Digest != step.Key.Digest;
                isPossible |= isCertain || takes.Exists(end => end.IsPossible);
                (isCertain ? certain : isPossible ? perhaps : []).Add(step.Line);
            }

            ends[index] = (isCertain, isPossible);
        }
    }

    private static IEnumerable<(LayerPlan Before, LayerPlan After)> Plans(SyntaxTree before, SyntaxTree after, Builder builder)
    {
        foreach (var stage in BuildModel.Create(before, new BuildOptions { Builder = builder }).OutputStages)
        {
            var settings = BuildSettings.Default with { Builder = builder, Target = stage.Index.ToString(CultureInfo.InvariantCulture) };
            yield return (LayerPlan.Create(new BuildState(before, ContextManifest.Empty, settings)),
                LayerPlan.Create(new BuildState(after, ContextManifest.Empty, settings)));
        }
    }

    private static int? IndexOf(SyntaxTree tree, InstructionSyntax instruction)
    {
        for (var i = 0; i < tree.Root.Instructions.Count; i++)
        {
            if (ReferenceEquals(tree.Root.Instructions[i], instruction))
            {
                return i;
            }
        }

        return null;
    }
}
