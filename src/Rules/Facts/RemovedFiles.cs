using Dockerlint.Linting;
using Dockerlint.Semantics;

namespace Dockerlint.Rules;

/// <summary>The names of the files that <c>rm</c> removes in a stage, without their folders.</summary>
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
            names = _model.ScriptsOf(stage).SelectMany(script => script.Commands).Where(use => use.Command.Name == "rm").SelectMany(use => use.Arguments)
                .Select(word => word?[(word.LastIndexOf('/') + 1)..]).ToHashSet(StringComparer.Ordinal);
            _names.Add(stage, names);
        }

        return names.Contains(null) || names.Contains(name);
    }
}
