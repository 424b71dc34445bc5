using Dockerlint.Syntax;

namespace Dockerlint.Semantics;

/// <summary>The ONBUILD triggers of stages that others start from.</summary>
public sealed class TriggerList
{
    // Half the stages of a file may start from one that is nothing but triggers: then there is no end of what runs.
    private const int Most = 50_000;

    private readonly Dictionary<Stage, IReadOnlyList<OnbuildInstruction>> _known = [];
    private int _fired;

    /// <summary>
    /// The triggers that fire when a stage starts from another one; null when so many have fired already that these cannot be followed.
    /// </summary>
    public IReadOnlyList<OnbuildInstruction>? Firing(Stage below)
    {
        ArgumentNullException.ThrowIfNull(below);
        if (!_known.TryGetValue(below, out var triggers))
        {
            _known[below] = triggers = [.. below.Steps.Select(step => step.Instruction).OfType<OnbuildInstruction>()];
        }

        if (_fired + triggers.Count > Most)
        {
            return triggers.Count == 0 ? triggers : null;
        }

        _fired += triggers.Count;
        return triggers;
    }
}
