using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>
/// Commands that a script expects to fail, or answers: where such a command begins to succeed, the script does something else. Found once
/// a script.
/// </summary>
internal sealed class ForgivenFailures : IFact<ForgivenFailures>
{
    private readonly Dictionary<ScriptUse, HashSet<SimpleCommand>> _forgiven = [];

    private ForgivenFailures()
    {
    }

    /// <inheritdoc/>
    public static ForgivenFailures Compute(FileFacts file) => new();

    /// <summary>How bold it is to make a program succeed that stops at its question.</summary>
    internal Applicability ApplicabilityOfAnswer(ProgramUse use)
    {
        if (!_forgiven.TryGetValue(use.Script, out var commands))
        {
            var nodes = use.Script.Nodes.SelectMany(Forgiving).Concat(HasErrexit(use.Script) ? [] : FollowedBySemicolon(use.Script));
            _forgiven.Add(use.Script, commands = nodes.SelectMany(node => node.SimpleCommands()).ToHashSet());
        }

        return commands.Contains(use.Command) ? Applicability.Unsafe : Applicability.Safe;
    }

    // Without set -e only the last command of a list says whether the list failed.
    private static IEnumerable<ShellNode> FollowedBySemicolon(ScriptUse script) =>
        script.Nodes.Prepend(script.Script).SelectMany(node => node.Children.OfType<ShellListItem>().SkipLast(1));

    private static bool HasErrexit(ScriptUse script) => script.Before.Shell?.Any(IsErrexit) == true
        || script.Commands.Any(use => use.Command.Name == "set" && use.Arguments.Any(IsErrexit));

    private static bool IsErrexit(string? word) => word == "errexit"
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
