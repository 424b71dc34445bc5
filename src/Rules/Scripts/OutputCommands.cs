using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>Substitutions that are a command by themselves.</summary>
internal static class OutputCommands
{
    /// <summary>Every one of them.</summary>
    internal static IEnumerable<CommandSubstitution> All(CheckedScript script) => script.Commands
        .Where(command => command is { Words.Length: 1, Assignments.Length: 0 } && command.Words[0].Parts is [CommandSubstitution])
        .Select(command => (CommandSubstitution)command.Words[0].Parts[0]);
}
