using Dockerlint.Rules;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Optimizer;

/// <summary>Moves a RUN whose commands are known above the copies it has nothing to do with.</summary>
internal static class RunMoves
{
    internal static IEnumerable<Proposal> Find(BuildModel model, Stage stage)
    {
        for (var i = 1; i < stage.Steps.Count; i++)
        {
            if (stage.Steps[i].Instruction is RunInstruction run && LineMove.CanMove(run)
                && KnownStep.Commands(model, run) is [var first, ..] commands && Target(stage, i, commands) is { } target)
            {
                yield return new Proposal(
                    $"run {first.Invocation.Name} before the files are copied", run.Source.Lines.GetLine(run.Span.Start),
                    LineMove.Before(run.Source, [run], target), "its commands are known, and neither read nor write where the files go");
            }
        }
    }

    // The first of the copies right above that can wait; what stands between must not care either.
    private static InstructionSyntax? Target(Stage stage, int index, IReadOnlyList<InvocationUse> commands)
    {
        InstructionSyntax? target = null;
        var copies = ContextCopy.OfStage(stage).ToDictionary(copy => copy.Index);
        for (var i = index - 1; i >= 0; i--)
        {
            var step = stage.Steps[i].Instruction;
            if (copies.TryGetValue(i, out var copy) && copy.Instruction.Heredocs.Count == 0 && LineMove.CanMove(step)
                && KnownStep.LeaveAlone(commands, copy.Target))
            {
                target = step;
            }
            else if (step is not (
                LabelInstruction or ExposeInstruction or StopsignalInstruction or CmdInstruction or EntrypointInstruction))
            {
                break;
            }
        }

        return target;
    }
}
