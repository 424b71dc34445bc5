using Dockerlint.Rules;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Optimizer;

/// <summary>
/// Moves an ARG that has another value in every build, with the ENV and LABEL made from it, behind the steps that do not use it.
/// </summary>
internal static class DeclarationMoves
{
    internal static IEnumerable<Proposal> Find(BuildModel model, Stage stage)
    {
        for (var i = 0; i < stage.Steps.Count; i++)
        {
            if (stage.Steps[i].Instruction is ArgInstruction { Pairs: [{ Key.LiteralValue: { } name }] } arg && VolatileName.Is(name)
                && Move(model, stage, i, arg, name) is { } proposal)
            {
                yield return proposal;
            }
        }
    }

    private static Proposal? Move(BuildModel model, Stage stage, int index, ArgInstruction arg, string name)
    {
        var moved = new List<InstructionSyntax> { arg };
        var names = new List<string> { name };
        InstructionSyntax? last = null;
        var passesRun = false;
        for (var i = index + 1; i < stage.Steps.Count; i++)
        {
            var step = stage.Steps[i].Instruction;
            if (step is EnvInstruction or LabelInstruction && Mentions(step, names))
            {
                // What is made from it goes with it; an ENV that also sets something else stays where it is, and so does the ARG.
                var own = step is EnvInstruction env ? env.Pairs : [];
                if (own.Any(pair => pair.Key.LiteralValue is null || pair.Value is null
                    || !pair.Value.Variables.Any(variable => names.Contains(variable.Name))))
                {
                    break;
                }

                names.AddRange(own.Select(pair => pair.Key.LiteralValue!));
                moved.Add(step);
                continue;
            }

            if (Mentions(step, names) || !Ignores(model, step, names))
            {
                break;
            }

            last = step;
            passesRun |= step is RunInstruction;
        }

        moved.RemoveAll(step => last is not null && step.Span.Start > last.Span.Start);
        return last is null || !passesRun || !moved.TrueForAll(LineMove.CanMove) ? null
            : new Proposal($"declare {name} behind the steps that do not use it", arg.Source.Lines.GetLine(arg.Span.Start),
                LineMove.Behind(arg.Source, moved, last),
                "none of the steps in between mentions it, and their commands are known not to look at it");
    }

    private static bool Mentions(InstructionSyntax step, List<string> names) =>
        names.Exists(name => step.LogicalText.Contains(name, StringComparison.Ordinal)
        || step.Heredocs.Any(heredoc => heredoc.Content.Contains(name, StringComparison.Ordinal)));

    private static bool Ignores(BuildModel model, InstructionSyntax step, List<string> names) => step switch
    {
        RunInstruction run => run.Heredocs.Count == 0 && names.TrueForAll(name => KnownStep.IgnoresVariable(model, run, name)),
        FileTransferInstruction or WorkdirInstruction or UserInstruction or EnvInstruction or LabelInstruction or ExposeInstruction
            or StopsignalInstruction or VolumeInstruction => true,
        ArgInstruction other => !other.Pairs.Any(pair => pair.Key.LiteralValue is null),
        _ => false,
    };
}
