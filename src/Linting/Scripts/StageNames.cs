using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Linting.Scripts;

/// <summary>What the stages below leave to the scripts of a stage, worked out once for each stage.</summary>
internal sealed class StageNames
{
    private readonly Dictionary<Stage, IReadOnlyList<string>> _arguments = [];
    private readonly Dictionary<Stage, IReadOnlyList<(int Start, string Name)>> _composed = [];

    internal StageNames(BuildModel model)
    {
        foreach (var stage in model.Stages)
        {
            var below = stage.Base.Stage;
            _arguments[stage] = below is null ? []
                : Joined(_arguments[below], below.FinalState.Variables.Arguments.Select(binding => binding.Name));
            _composed[stage] = Joined(below is null ? [] : _composed[below], Composed(stage));
        }
    }

    /// <summary>ARGs of the stages below, which reach the scripts as well.</summary>
    internal IReadOnlyList<string> Arguments(Stage stage) => _arguments[stage];

    /// <summary>
    /// ENV A_${B}=c: hadolint declares the name as it is written, and what ShellCheck says of that line counts for every RUN below.
    /// </summary>
    internal IEnumerable<string> Composed(RunInstruction run, Stage stage) =>
        _composed[stage].TakeWhile(name => name.Start < run.Span.Start).Select(name => name.Name);

    private static IEnumerable<(int, string)> Composed(Stage stage) => stage.Steps.Select(step => step.Instruction).OfType<EnvInstruction>()
        .SelectMany(env => env.Pairs.Where(pair => pair.Key.Variables.Any()).Select(pair => (env.Span.Start, pair.Key.RawText)));

    // Very many names are more than anybody wrote by hand, and a list of them for each of very many scripts is too much.
    private static IReadOnlyList<T> Joined<T>(IReadOnlyList<T> below, IEnumerable<T> own)
    {
        List<T> added = [.. own.Take(Math.Max(0, ScriptVariables.MostNames - below.Count))];
        return added.Count == 0 ? below : [.. below, .. added];
    }
}
