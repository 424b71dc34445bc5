using Dockerlint.Commands;
using Dockerlint.Semantics;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>The pipelines of a RUN, those of scripts in words included, with the commands as they really run.</summary>
internal sealed class Pipes
{
    private readonly Dictionary<ShellCommand, InvocationUse> _byNode = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<ShellScript> _trees = new(ReferenceEqualityComparer.Instance);

    internal Pipes(IReadOnlyList<InvocationUse> uses)
    {
        foreach (var use in uses)
        {
            if (use.Invocation is { Command: { } node, Tree: { } tree })
            {
                // What find runs stands in the command of find.
                _byNode.TryAdd(node, use);
                _trees.Add(tree);
            }
        }
    }

    /// <summary>Every pipeline of more than one command.</summary>
    internal IEnumerable<Pipeline> All =>
        _trees.SelectMany(tree => tree.Walk()).OfType<Pipeline>().Where(pipeline => pipeline.Commands.Length > 1);

    /// <summary>The command that a node of a tree is; null when it is none.</summary>
    internal InvocationUse? Of(ShellCommand node) => _byNode.GetValueOrDefault(node);
}
