using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>
/// Where something is done last in each stage, so that "is it done behind this command?" is answered without going through the file
/// again. A stage that starts from another stands behind it; a trigger fires behind everything in its stage.
/// </summary>
internal sealed class LastPlaces
{
    private readonly Dictionary<Stage, int> _last = [];
    private readonly HashSet<Stage> _above = [];

    /// <summary>Goes through a file once.</summary>
    /// <param name="model">The file.</param>
    /// <param name="isDoneBy">Whether a RUN does it whose commands can be read.</param>
    /// <param name="isDoneByStep">Whether another step does it, a RUN of a shell that cannot be read among them.</param>
    internal LastPlaces(BuildModel model, Func<RunInstruction, bool> isDoneBy, Func<InstructionSyntax, bool> isDoneByStep)
    {
        foreach (var stage in model.Stages.Reverse())
        {
            foreach (var step in stage.Steps)
            {
                if (step.Action is RunInstruction run && (model.ScriptsOf(run).Any() || model.InvocationsOf(run).Any())
                    ? isDoneBy(run) : isDoneByStep(step.Action))
                {
                    var place = step.Instruction is OnbuildInstruction ? int.MaxValue : step.Instruction.Span.Start;
                    _last[stage] = Math.Max(place, _last.GetValueOrDefault(stage));
                }
            }

            if (stage.Base.Stage is { } below && (_last.ContainsKey(stage) || _above.Contains(stage)))
            {
                _above.Add(below);
            }
        }
    }

    /// <summary>Whether a step behind an instruction does it, in its stage or in one that starts from it.</summary>
    internal bool After(Stage stage, InstructionSyntax instruction) =>
        _above.Contains(stage) || (_last.TryGetValue(stage, out var last) && last > instruction.Span.Start);

    /// <summary>Whether a step behind the one of a command does it, in its stage or in one that starts from it.</summary>
    internal bool After(InvocationUse use) => After(use.Stage, use.Instruction);
}
