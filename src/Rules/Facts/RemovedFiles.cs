using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>The names of the files that are removed in a stage, rather than moved, without their folders.</summary>
internal sealed class RemovedFiles : IFact<RemovedFiles>
{
    private readonly Dictionary<Stage, HashSet<string?>> _names = [];
    private readonly BuildModel _model;

    private RemovedFiles(BuildModel model) => _model = model;

    /// <inheritdoc/>
    public static RemovedFiles Compute(FileFacts file) => new(file.Model);

    /// <summary>Whether a file of that name may be removed somewhere in the stage; words that only the shell knows may be any.</summary>
    internal bool MayHold(Stage stage, string name)
    {
        if (!_names.TryGetValue(stage, out var names))
        {
            names = _model.InvocationsOf(stage).Where(use => use.Invocation.Tool != FileTools.Mv).SelectMany(use => use.Invocation.Effects)
                .Where(effect => effect.Kind == EffectKind.Deletes)
                .SelectMany(effect => effect.Targets).Select(NameOf).ToHashSet(StringComparer.Ordinal);
            _names.Add(stage, names);
        }

        return names.Contains(null) || names.Contains(name);
    }

    private static string? NameOf(CommandWord word)
    {
        var name = word.Text[(word.Text.LastIndexOf('/') + 1)..];
        return word.Count == WordCount.One && !name.Contains(CommandWord.UnknownText, StringComparison.Ordinal) ? name : null;
    }
}
