using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>
/// Where something is done first in each stage, so that "was it done before this command?" is answered without going through the file
/// again. What a stage inherits was done before everything in it; triggers run in another build and count for themselves only.
/// </summary>
internal sealed class FirstPlaces
{
    private readonly Dictionary<Stage, int> _first = [];
    private readonly HashSet<Stage> _inherited = [];
    private readonly HashSet<RunInstruction> _triggers = [];

    /// <summary>Goes through a file once.</summary>
    /// <param name="model">The file.</param>
    /// <param name="isDoneBy">Whether a RUN does it.</param>
    /// <param name="isDoneByStep">Whether an instruction that is no RUN does it.</param>
    internal FirstPlaces(BuildModel model, Func<RunInstruction, bool> isDoneBy, Func<InstructionSyntax, bool>? isDoneByStep = null)
    {
        foreach (var stage in model.Stages)
        {
            if (stage.Base.Stage is { } below && (_inherited.Contains(below) || _first.ContainsKey(below)))
            {
                _inherited.Add(stage);
            }

            foreach (var step in stage.Steps)
            {
                if (step.Action is not RunInstruction run)
                {
                    if (isDoneByStep?.Invoke(step.Instruction) == true)
                    {
                        _first.TryAdd(stage, step.Instruction.Span.Start);
                    }
                }
                else if (isDoneBy(run))
                {
                    if (step.Instruction is RunInstruction)
                    {
                        _first.TryAdd(stage, run.Span.Start);
                    }
                    else
                    {
                        _triggers.Add(run);
                    }
                }
            }
        }
    }

    /// <summary>Whether it was done by the RUN of a command, or before it in its stage or in one the stage starts from.</summary>
    internal bool UpTo(InvocationUse use) => _inherited.Contains(use.Stage)
        || (_first.TryGetValue(use.Stage, out var first) && first <= use.Instruction.Span.Start) || _triggers.Contains(use.RunOf());
}
