using System.Globalization;
using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>The stages a file is for, and the names that stand for build contexts given from outside.</summary>
internal static class ImageStages
{
    /// <summary>
    /// The stages that are built for their own sake, as far as that is configured; else the last one where it has no name, since who
    /// builds a file by the names of its stages names the last as well; else those that no other stage uses.
    /// </summary>
    internal static IReadOnlyList<Stage> Of(RuleContext context)
    {
        var wanted = context.Settings.OutputStages;
        var named = wanted.Count == 0 ? [] : context.Model.Stages.Where(stage => wanted.Any(name =>
            name.Equals(stage.Name, StringComparison.OrdinalIgnoreCase) || name == stage.Index.ToString(CultureInfo.InvariantCulture))).ToList();
        return named.Count > 0 ? named : context.Model.Target is { Name: null } only ? [only] : context.Model.OutputStages;
    }

    /// <summary>Whether the name is one of a build context that is given from outside, which comes before stages and images.</summary>
    internal static bool IsBuildContext(string? name, RuleContext context) =>
        name is not null && context.Settings.NamedContexts.Contains(name, StringComparer.OrdinalIgnoreCase);
}
