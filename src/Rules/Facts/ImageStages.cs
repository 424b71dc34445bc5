using System.Collections;
using System.Globalization;
using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>
/// The stages that are built for their own sake, as far as that is configured; else the last one where it has no name, since who
/// builds a file by the names of its stages names the last as well; else those that no other stage uses.
/// </summary>
internal sealed class ImageStages : IFact<ImageStages>, IEnumerable<Stage>
{
    // Rules look through all stages below each image. Where that would be this many, in a file that nobody has written by hand, those on
    // tall chains are left out, or each part would be looked at again for each image.
    private const int MostLooks = 200_000;
    private const int TallChain = 100;

    private readonly IReadOnlyList<Stage> _stages;

    private ImageStages(IReadOnlyList<Stage> stages) => _stages = stages;

    /// <inheritdoc/>
    public static ImageStages Compute(FileFacts file)
    {
        var wanted = file.Settings.OutputStages;
        var named = wanted.Count == 0 ? [] : file.Model.Stages.Where(stage => wanted.Any(name =>
            name.Equals(stage.Name, StringComparison.OrdinalIgnoreCase) || name == stage.Index.ToString(CultureInfo.InvariantCulture)))
                .ToList();
        IReadOnlyList<Stage> stages = named.Count > 0 ? named : file.Model.Target is { Name: null } only ? [only]
            : [.. file.Model.OutputStages.Where(stage => !file.Model.IsPossibleBase(stage))];
        return new(stages.Sum(stage => (long)stage.Depth) <= MostLooks ? stages : [.. stages.Where(stage => stage.Depth <= TallChain)]);
    }

    /// <summary>Whether the name is one of a build context that is given from outside, which comes before stages and images.</summary>
    internal static bool IsBuildContext(string? name, RuleContext context) =>
        name is not null && context.Settings.NamedContexts.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public IEnumerator<Stage> GetEnumerator() => _stages.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
