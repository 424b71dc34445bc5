using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>The last USER of each stage, or of those it starts from.</summary>
internal sealed class LastUsers : IFact<LastUsers>
{
    private readonly Dictionary<Stage, UserInstruction?> _users = [];

    private LastUsers(BuildModel model)
    {
        foreach (var stage in model.Stages)
        {
            _users[stage] = stage.Steps.Select(step => step.Instruction).OfType<UserInstruction>().LastOrDefault()
                ?? (stage.Base.Stage is { } below ? _users[below] : null);
        }
    }

    /// <inheritdoc/>
    public static LastUsers Compute(FileFacts file) => new(file.Model);

    /// <summary>The instruction; null when there is none.</summary>
    internal UserInstruction? Of(Stage stage) => _users[stage];
}
