using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>What loops go over.</summary>
internal static class LoopSources
{
    /// <summary>Every loop over nothing but a substitution of one pipeline, and the commands of that.</summary>
    internal static IEnumerable<(CommandSubstitution Substitution, IReadOnlyList<SimpleCommand> Commands)> All(CheckedScript script)
    {
        foreach (var loop in script.All<ForCommand>())
        {
            if (loop.Words is [{ Parts: [CommandSubstitution substitution] }]
                && substitution.Script.Commands is [{ List.Pipelines: [{ IsNegated: false } pipeline] }]
                && pipeline.Commands.All(command => command is SimpleCommand { Words.Length: > 0 }))
            {
                yield return (substitution, [.. pipeline.Commands.Cast<SimpleCommand>()]);
            }
        }
    }
}
