using System.Collections.Immutable;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Linting.Scripts;

/// <summary>
/// ENV A_${B}=c: hadolint declares the name as it is written, and what ShellCheck says of that line counts for every RUN below.
/// </summary>
internal sealed class ComposedNames
{
    private readonly Dictionary<Stage, Link?> _names = [];

    internal ComposedNames(BuildModel model)
    {
        foreach (var stage in model.Stages)
        {
            var below = stage.Base.Stage is { } known ? _names[known] : null;

            // Very many names are more than anybody wrote by hand, and a list of them for each of very many scripts is too much.
            var own = Of(stage).Take(Math.Max(0, ScriptVariables.MostNames - (below?.Count ?? 0))).ToImmutableArray();
            _names[stage] = own.IsEmpty ? below : new Link(below, own, (below?.Count ?? 0) + own.Length);
        }
    }

    /// <summary>Those of the stage in front of a RUN, and of the stages that it is built on.</summary>
    internal IEnumerable<string> Before(RunInstruction run, Stage stage)
    {
        for (var link = _names[stage]; link is not null; link = link.Below)
        {
            foreach (var (start, name) in link.Names)
            {
                if (start < run.Span.Start)
                {
                    yield return name;
                }
            }
        }
    }

    private static IEnumerable<(int Start, string Name)> Of(Stage stage) =>
        stage.Steps.Select(step => step.Instruction).OfType<EnvInstruction>()
            .SelectMany(env => env.Pairs.Where(pair => pair.Key.Variables.Any()).Select(pair => (env.Span.Start, pair.Key.RawText)));

    // Stages that are built on the same one share its names.
    private sealed record Link(Link? Below, ImmutableArray<(int Start, string Name)> Names, int Count);
}
