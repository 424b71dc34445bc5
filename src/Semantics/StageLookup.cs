using System.Globalization;

namespace Dockerlint.Semantics;

/// <summary>Finds stages by what COPY --from, mounts and --target call them.</summary>
internal static class StageLookup
{
    /// <summary>The stage of that index; null when the text is none.</summary>
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
}
