namespace Dockerlint.Cache;

/// <summary>Counts what became of one step. It is written to while a history is replayed, and by nobody afterwards.</summary>
internal sealed class ReplayTally
{
    private readonly Dictionary<(CauseKind Kind, string Name), int> _breakers = [];

    internal int Reused { get; private set; }

    internal int Rebuilt { get; private set; }

    internal int Unknown { get; private set; }

    internal int Assumed { get; private set; }

    internal void Add(StepTrace trace)
    {
        Assumed += trace.Certainty == StepCertainty.Likely || trace.Likely != trace.Status ? 1 : 0;
        switch (trace.Likely)
        {
            case StepStatus.Reused:
                Reused++;
                return;
            case StepStatus.Rebuilt:
                Rebuilt++;
                break;
            case StepStatus.Unknown:
                Unknown++;
                break;
            default:
                return;
        }

        // What is behind the cause: the step that was rebuilt first says which file it was.
        if ((trace.Chain.Count > 0 ? trace.Chain[^1] : trace.Cause) is { } root)
        {
            foreach (var name in root.Names.Count > 0 ? root.Names : [root.Detail])
            {
                _breakers[(root.Kind, name)] = _breakers.GetValueOrDefault((root.Kind, name)) + 1;
            }
        }
    }

    internal IReadOnlyList<StepBreaker> Breakers() =>
        [.. _breakers.Select(pair => new StepBreaker(pair.Key.Kind, pair.Key.Name, pair.Value)).OrderByDescending(item => item.Count)
            .ThenBy(item => item.Name, StringComparer.Ordinal)];
}
