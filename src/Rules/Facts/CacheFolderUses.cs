using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>
/// What a file does with the folders in which package managers keep their downloads; it is gone through once for each folder and language.
/// </summary>
internal sealed class CacheFolderUses : IFact<CacheFolderUses>
{
    private readonly BuildModel _model;
    private readonly Dictionary<string, HashSet<Stage>> _mentions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<Stage, int>> _installs = new(StringComparer.Ordinal);

    private CacheFolderUses(BuildModel model) => _model = model;

    /// <inheritdoc/>
    public static CacheFolderUses Compute(FileFacts file) => new(file.Model);

    /// <summary>Whether a RUN, COPY or ADD of a stage, or of one it starts from, has a text in it.</summary>
    internal bool IsMentioned(Stage stage, string text)
    {
        if (!_mentions.TryGetValue(text, out var stages))
        {
            _mentions[text] = stages = [];
            foreach (var next in _model.Stages)
            {
                if ((next.Base.Stage is { } below && stages.Contains(below))
                    || next.Steps.Any(step => step.Action is RunInstruction or FileTransferInstruction
                    && step.Action.LogicalText.Contains(text, StringComparison.Ordinal)))
                {
                    stages.Add(next);
                }
            }
        }

        return stages.Contains(stage);
    }

    /// <summary>Whether something of a language is installed before a command, in its stage or in one the stage starts from.</summary>
    internal bool IsFilledBefore(InvocationUse use, string ecosystem)
    {
        if (!_installs.TryGetValue(ecosystem, out var first))
        {
            _installs[ecosystem] = first = [];
            foreach (var stage in _model.Stages)
            {
                // What a stage starts with stands before everything in it.
                if (stage.Base.Stage is { } below && first.ContainsKey(below))
                {
                    first[stage] = -1;
                }
                else if (_model.ScriptsOf(stage).FirstOrDefault(other =>
                    _model.InvocationsOf(other.Instruction).Any(use => InstallReader.Read(use)?.Ecosystem == ecosystem)) is { } found)
                {
                    first[stage] = found.Instruction.Span.Start;
                }
            }
        }

        return first.TryGetValue(use.Stage, out var start) && start < use.Instruction.Span.Start;
    }
}
