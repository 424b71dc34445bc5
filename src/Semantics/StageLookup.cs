using System.Globalization;

namespace Dockerlint.Semantics;

/// <summary>Finds stages by what COPY --from, mounts and --target call them.</summary>
internal static class StageLookup
{
    /// <summary>The last stage of that name, without regard to case, or the stage of that index.</summary>
    internal static Stage? Find(IReadOnlyList<Stage> stages, string name) =>
        FindByName(stages, name) ?? FindByIndex(stages, name);

    internal static Stage? FindByIndex(IReadOnlyList<Stage> stages, string name) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < stages.Count ? stages[index] : null;

    /// <summary>The last stage of each name; names are in lower case.</summary>
    internal static Dictionary<string, Stage> ByName(IReadOnlyList<Stage> stages)
    {
        var names = new Dictionary<string, Stage>(StringComparer.OrdinalIgnoreCase);
        foreach (var stage in stages)
        {
            if (stage.Name is { } name)
            {
                names[name] = stage;
            }
        }

        return names;
    }

    internal static Stage? FindByName(IReadOnlyList<Stage> stages, string name)
    {
        for (var i = stages.Count - 1; i >= 0; i--)
        {
            if (stages[i].Name is { } candidate && candidate.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return stages[i];
            }
        }

        return null;
    }
}
