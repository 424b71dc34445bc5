using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>
/// What there is in the script that a command stands in, and in those that hold that script in a word: found once a tree and question.
/// </summary>
internal sealed class ScriptTrees : IFact<ScriptTrees>
{
    private readonly Dictionary<Func<ShellNode, bool>, Dictionary<ShellScript, bool>> _any = [];
    private readonly Dictionary<ShellScript, HashSet<SimpleCommand>> _piped = new(ReferenceEqualityComparer.Instance);

    private ScriptTrees()
    {
    }

    /// <inheritdoc/>
    public static ScriptTrees Compute(FileFacts file) => new();

    /// <summary>
    /// Whether a node of the trees that a command stands in is so; the function must capture nothing, since its answers are kept.
    /// </summary>
    internal bool Any(Invocation use, Func<ShellNode, bool> isSo)
    {
        if (!_any.TryGetValue(isSo, out var known))
        {
            // Trees are compared by what they are and not by what they hold.
            _any.Add(isSo, known = new(ReferenceEqualityComparer.Instance));
        }

        for (var command = use; command is not null; command = command.Parent)
        {
            if (command.Tree is not { } tree)
            {
                continue;
            }

            if (!known.TryGetValue(tree, out var any))
            {
                known.Add(tree, any = tree.Walk().Any(isSo));
            }

            if (any)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether what a command prints goes into a pipe.</summary>
    internal bool IsPiped(Invocation use)
    {
        for (var command = use; command is not null; command = command.Parent)
        {
            if (command is { Tree: { } tree, Command: { } node } && PipedIn(tree).Contains(node))
            {
                return true;
            }
        }

        return false;
    }

    private HashSet<SimpleCommand> PipedIn(ShellScript tree)
    {
        if (!_piped.TryGetValue(tree, out var piped))
        {
            piped = new HashSet<SimpleCommand>(tree.Walk().OfType<Pipeline>().SelectMany(pipe => pipe.Commands.SkipLast(1))
                .SelectMany(command => command.SimpleCommands()), ReferenceEqualityComparer.Instance);
            _piped.Add(tree, piped);
        }

        return piped;
    }
}
