using Dockerlint.Cache;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Verification;

/// <summary>
/// Finds the instruction behind each layer: every instruction of the stages that the target is made of leaves one entry in the
/// image's history, in order, behind those of the base image.
/// </summary>
internal static class LayerOrigins
{
    /// <summary>
    /// For each layer the instruction that made it, the FROM for layers of the base image; null where that cannot be told.
    /// </summary>
    internal static IReadOnlyList<InstructionSyntax?> Find(LayerPlan plan, ImageContents image, bool isMarked)
    {
        if (plan.Model.Target is not { } target)
        {
            return [.. image.Layers.Select(_ => (InstructionSyntax?)null)];
        }

        var chain = target.Chain.Reverse().ToList();
        var made = chain.SelectMany(stage =>
            plan.Steps.Where(step => step.StageIndex == stage.Index && step.Instruction is not FromInstruction)).ToList();
        var history = image.Config.History;

        // The classic builder makes an instruction of the label that marks the run.
        var last = history.Count - (isMarked && plan.State.Settings.Builder == Builder.Classic ? 1 : 0);
        var first = last - made.Count;
        var isAligned = first >= 0 && made.Select((step, i) => Fits(step.Instruction, history[first + i])).All(fits => fits);
        return
        [
            .. image.Layers.Select(layer => !isAligned || layer.HistoryIndex < 0 ? null
                : layer.HistoryIndex < first ? chain[0].From
                : layer.HistoryIndex < last ? Shown(made[layer.HistoryIndex - first], chain)
                : (InstructionSyntax?)null),
        ];
    }

    // A trigger is text of the base image: what stands in the file is the FROM.
    private static InstructionSyntax Shown(LayerStep step, List<Stage> chain) =>
        step.IsTrigger ? chain.First(stage => stage.Index == step.StageIndex).From : step.Instruction;

    private static bool Fits(InstructionSyntax instruction, (string CreatedBy, bool HasLayer) entry) =>
        (instruction is RunInstruction or FileTransferInstruction or WorkdirInstruction || !entry.HasLayer)
        && HistoryText.KeywordOf(entry.CreatedBy) is var keyword
        && (keyword is null || keyword.Equals(instruction.Name, StringComparison.OrdinalIgnoreCase));
}
