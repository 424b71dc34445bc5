using Dockerlint.Semantics;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>Follows <c>cd</c> through a script: the folder each of its commands runs in.</summary>
/// <param name="script">The script.</param>
/// <param name="start">The folder it starts in; null when that is not known.</param>
internal sealed class ScriptFolders(ScriptUse script, string? start)
{
    private Dictionary<SimpleCommand, string?>? _folders;

    /// <summary>The folder a command of the script runs in, or null when that is not known.</summary>
    internal string? At(CommandUse use) => (_folders ??= Walk()).GetValueOrDefault(use.Command);

    private Dictionary<SimpleCommand, string?> Walk()
    {
        var folders = new Dictionary<SimpleCommand, string?>(ReferenceEqualityComparer.Instance);
        // In a subshell it ends with that, in a branch it may not happen.
        var isPlain = !script.Nodes.Any(node => node is Subshell or CompoundCommand or FunctionDefinition);
        var folder = start;
        foreach (var use in script.Commands)
        {
            folders[use.Command] = folder;
            if (use.Command.Name is "pushd" or "popd")
            {
                // Nothing is known from here on.
                break;
            }

            if (use.Command.Name == "cd")
            {
                folder = isPlain && use.Arguments is [{ } target] && !target.StartsWith('~') && target != "-" ? BuildPath.Combine(folder, target) : null;
            }
        }

        return folders;
    }
}
