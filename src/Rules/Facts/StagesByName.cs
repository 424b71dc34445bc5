using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>The stages of each name, in order; names are in lower case.</summary>
internal sealed class StagesByName : IFact<StagesByName>
{
    private readonly Dictionary<string, List<Stage>> _stages = new(StringComparer.Ordinal);

    private StagesByName(BuildModel model)
    {
        foreach (var stage in model.Stages)
        {
            if (stage.Name is { } name)
            {
                (_stages.TryGetValue(name, out var known) ? known : _stages[name] = []).Add(stage);
            }
        }
    }

    /// <inheritdoc/>
    public static StagesByName Compute(FileFacts file) => new(file.Model);

    /// <summary>The first stage of that name behind another stage; null when there is none.</summary>
    internal Stage? FirstBehind(Stage stage, string name)
    {
        if (!_stages.TryGetValue(name, out var stages))
        {
            return null;
        }

        // They are in order: the first whose index is greater.
        var (low, high) = (0, stages.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = stages[middle].Index > stage.Index ? (low, middle) : (middle + 1, high);
        }

        return low < stages.Count ? stages[low] : null;
    }

    /// <summary>Whether a stage has that name.</summary>
    internal bool Has(string name) => _stages.ContainsKey(name);

    /// <summary>The stage further down that a FROM seems to mean; null when there is none.</summary>
    internal static Stage? MeantBy(Stage stage, RuleContext context) =>
        stage.Base is { Kind: BaseKind.Image, Text: { } name } && !context.Settings.NamedContexts.Contains(name)
            ? context.Get<StagesByName>().FirstBehind(stage, name)
            : null;
}
