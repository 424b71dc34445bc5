using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>
/// Where something is done first in each stage, so that "was it done before this script?" is answered without going through the file
/// again. What a stage inherits was done before everything in it; triggers run in another build and count for themselves only.
/// </summary>
internal sealed class FirstPlaces
{
    private readonly Dictionary<Stage, int> _first = [];
    private readonly HashSet<Stage> _inherited = [];
    private readonly HashSet<ScriptUse> _triggers = [];

    /// <summary>Goes through a file once.</summary>
    /// <param name="model">The file.</param>
    /// <param name="isDoneBy">Whether a script does it.</param>
    /// <param name="isDoneByStep">Whether an instruction that is no RUN does it.</param>
    internal FirstPlaces(BuildModel model, Func<ScriptUse, bool> isDoneBy, Func<InstructionSyntax, bool>? isDoneByStep = null)
    {
        foreach (var stage in model.Stages)
        {
            if (stage.Base.Stage is { } below && (_inherited.Contains(below) || _first.ContainsKey(below)))
            {
                _inherited.Add(stage);
            }

            foreach (var script in model.ScriptsOf(stage).Where(isDoneBy))
            {
                if (script.IsTrigger)
                {
                    _triggers.Add(script);
                }
                else
                {
                    Note(stage, script.Instruction);
                }
            }

            foreach (var step in isDoneByStep is null ? [] : stage.Steps.Where(step => step.Instruction is not RunInstruction && isDoneByStep(step.Instruction)))
            {
                Note(stage, step.Instruction);
            }
        }
    }

    /// <summary>Whether it was done by this script, or before it in its stage or in one the stage starts from.</summary>
    internal bool UpTo(ScriptUse script) => _inherited.Contains(script.Stage)
        || (_first.TryGetValue(script.Stage, out var first) && first <= script.Instruction.Span.Start) || _triggers.Contains(script);

    private void Note(Stage stage, InstructionSyntax instruction)
    {
        if (!_first.TryGetValue(stage, out var first) || instruction.Span.Start < first)
        {
            _first[stage] = instruction.Span.Start;
        }
    }
}
