using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>
/// Where something is done last in each stage, so that "is it done behind this script?" is answered without going through the file
/// again. A stage that starts from another stands behind it; a trigger fires behind everything in its stage.
/// </summary>
internal sealed class LastPlaces
{
    private readonly Dictionary<Stage, int> _last = [];
    private readonly HashSet<Stage> _above = [];

    /// <summary>Goes through a file once.</summary>
    /// <param name="model">The file.</param>
    /// <param name="isDoneBy">Whether a script does it.</param>
    /// <param name="isDoneByStep">Whether a step does it that holds no script that can be read.</param>
    internal LastPlaces(BuildModel model, Func<ScriptUse, bool> isDoneBy, Func<InstructionSyntax, bool> isDoneByStep)
    {
        foreach (var stage in model.Stages.Reverse())
        {
            foreach (var step in stage.Steps)
            {
                var scripts = step.Action is RunInstruction run ? model.ScriptsOf(run).ToList() : [];
                if (scripts.Count > 0 ? scripts.Exists(script => isDoneBy(script)) : isDoneByStep(step.Action))
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

    /// <summary>Whether a step behind the script does it, in its stage or in one that starts from it.</summary>
    internal bool After(ScriptUse script) => _above.Contains(script.Stage) || (_last.TryGetValue(script.Stage, out var last) && last > script.Instruction.Span.Start);
}
