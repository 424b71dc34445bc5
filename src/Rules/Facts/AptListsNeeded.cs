using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>After which scripts the package lists of apt are still used: a later step installs from them without fetching new ones.</summary>
internal sealed class AptListsNeeded : IFact<AptListsNeeded>
{
    private readonly Dictionary<Stage, int> _last = [];
    private readonly HashSet<Stage> _above = [];

    private AptListsNeeded(BuildModel model)
    {
        // A stage that starts from another stands behind it.
        foreach (var stage in model.Stages.Reverse())
        {
            if (model.ScriptsOf(stage).LastOrDefault(Uses) is { } user)
            {
                _last[stage] = user.Instruction.Span.Start;
            }

            if (stage.Base.Stage is { } below && (_last.ContainsKey(stage) || _above.Contains(stage)))
            {
                _above.Add(below);
            }
        }
    }

    /// <inheritdoc/>
    public static AptListsNeeded Compute(FileFacts file) => new(file.Model);

    /// <summary>Whether a step behind the script uses the lists, in its stage or in one that starts from it.</summary>
    internal bool After(ScriptUse script) => _above.Contains(script.Stage) || (_last.TryGetValue(script.Stage, out var last) && last > script.Instruction.Span.Start);

    private static bool Uses(ScriptUse script) => script.Named("apt-get", "apt", "aptitude").Any() && !script.Named("apt-get", "apt", "aptitude").Any(AptListsKept.IsUpdate);
}
