using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>
/// Commands that a script expects to fail, or answers: where such a command begins to succeed, the script does something else. Found once
/// a script, be it one of a RUN or one in a word of a command.
/// </summary>
internal sealed class ForgivenFailures : IFact<ForgivenFailures>
{
    private readonly BuildModel _model;
    private readonly Dictionary<ShellScript, HashSet<SimpleCommand>> _forgiven = new(ReferenceEqualityComparer.Instance);

    private ForgivenFailures(BuildModel model) => _model = model;

    /// <inheritdoc/>
    public static ForgivenFailures Compute(FileFacts file) => new(file.Model);

    /// <summary>How bold it is to make a command succeed that stops at its question.</summary>
    internal Applicability ApplicabilityOfAnswer(InvocationUse use)
    {
        for (var command = use.Invocation; command is not null; command = command.Parent)
        {
            if (command is { Tree: { } tree, Command: { } node } && In(tree, command.Parent, use).Contains(node))
            {
                return Applicability.Unsafe;
            }
        }

        return Applicability.Safe;
    }

    private HashSet<SimpleCommand> In(ShellScript tree, Invocation? shell, InvocationUse use)
    {
        if (!_forgiven.TryGetValue(tree, out var commands))
        {
            var nodes = tree.Walk().SelectMany(Forgiving).Concat(HasErrexit(tree, shell, use) ? [] : FollowedBySemicolon(tree));
            commands = new HashSet<SimpleCommand>(nodes.SelectMany(node => node.SimpleCommands()), ReferenceEqualityComparer.Instance);
            _forgiven.Add(tree, commands);
        }

        return commands;
    }

    // Without set -e only the last command of a list says whether the list failed.
    private static IEnumerable<ShellNode> FollowedBySemicolon(ShellScript tree) =>
        tree.Walk().SelectMany(node => node.Children.OfType<ShellListItem>().SkipLast(1));

    private bool HasErrexit(ShellScript tree, Invocation? shell, InvocationUse use) =>
        (shell is null ? use.Before.Shell?.Any(IsErrexit) == true : SetsErrexit(shell))
        || _model.InvocationsOf(use.RunOf()).Any(other => other.Invocation.Tree == tree && other.Invocation.Tool == ShellTools.Set
            && SetsErrexit(other.Invocation));

    private static bool SetsErrexit(Invocation command)
    {
        foreach (var option in command.Options)
        {
            if (option.Name == "-e" || option is { Name: "-o", KnownValue: "errexit" })
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsErrexit(string word) => word == "errexit"
        || (word is ['-', not '-', ..] && word.Contains('e', StringComparison.Ordinal));

    // In front of ||, in a condition, negated, in a pipe whose last command alone counts, or with an input that may hold the answer.
    private static IEnumerable<ShellNode> Forgiving(ShellNode node) => node switch
    {
        AndOrList list => list.Pipelines.Take(list.Operators.ToList().FindLastIndex(op => op.Text == "||") + 1),
        IfBranch branch => branch.Condition,
        WhileCommand loop => loop.Condition,
        Pipeline { IsNegated: true } or Pipeline { Commands.Length: > 1 } => [node],
        SimpleCommand command when command.Redirects.Any(redirect => redirect.Operator.Text.StartsWith('<')) => [command],
        CompoundCommand compound when compound.Redirects.Any(redirect => redirect.Operator.Text.StartsWith('<')) => [compound],
        _ => [],
    };
}
