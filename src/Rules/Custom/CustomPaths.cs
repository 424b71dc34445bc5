using Dockerlint.Linting;
using Dockerlint.Linting.Custom;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>The paths of the image that a stage names, for custom rules.</summary>
internal static class CustomPaths
{
    /// <summary>Where COPY and ADD put files, working folders and volumes, as absolute paths.</summary>
    internal static IEnumerable<CustomThing> Of(Stage stage, CustomMatch match, RuleContext context)
    {
        var transfers = context.Get<Transfers>().Of(stage).ToDictionary(transfer => transfer.Step);
        foreach (var step in stage.Steps)
        {
            switch (step.Action)
            {
                case FileTransferInstruction when transfers.TryGetValue(step, out var transfer):
                    yield return Thing(transfer.AbsoluteDestination, transfer.Destination.Span, step, match);
                    break;
                case WorkdirInstruction workdir:
                    var folder = CustomThings.Expand(workdir.Argument, step);
                    yield return Thing(
                        folder is null ? null : folder.StartsWith('/') ? folder
                            : step.Before.Workdir is { } start ? BuildPath.Combine(start, folder) : null,
                        workdir.Argument.Span, step, match);
                    break;
                case VolumeInstruction volume:
                    foreach (var word in volume.ExpandedWords)
                    {
                        yield return Thing(CustomThings.Expand(word, step), word.Span, step, match);
                    }

                    break;
            }
        }
    }

    private static CustomThing Thing(string? path, TextSpan span, StageStep step, CustomMatch match) =>
        new(span, path is null ? [] : path is [_, .., '/'] ? [path.TrimEnd('/'), path] : [path],
            match.Holds("instruction", CustomValue.Of(step.Action.Name)))
        {
            Value = step.Action.Name,
            Replace = CustomThing.InPlaceOf(step.Action.Source, span, path),
        };
}
