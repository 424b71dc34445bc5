using Dockerlint.Semantics;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>Follows <c>cd</c> through a script.</summary>
internal static class ScriptFolder
{
    /// <summary>The folder a command runs in, or null when that is not known.</summary>
    /// <param name="use">The command.</param>
    /// <param name="start">The folder the script starts in.</param>
    internal static string? At(CommandUse use, string? start)
    {
        var folder = start;
        foreach (var other in use.Script.Commands)
        {
            if (ReferenceEquals(other.Command, use.Command))
            {
                return folder;
            }

            if (other.Command.Name is "pushd" or "popd")
            {
                return null;
            }

            if (other.Command.Name == "cd")
            {
                // In a subshell it ends with that, in a branch it may not happen.
                var isPlain = !use.Script.Nodes.Any(node => node is Subshell or CompoundCommand or FunctionDefinition);
                folder = isPlain && other.Arguments is [{ } target] && !target.StartsWith('~') && target != "-" ? BuildPath.Combine(folder, target) : null;
            }
        }

        return folder;
    }
}
