using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>What comes behind or in front of a command in its RUN, found once a RUN and question.</summary>
internal sealed class CommandOrder : IFact<CommandOrder>
{
    private readonly BuildModel _model;
    private readonly Dictionary<Invocation, int> _places = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<RunInstruction> _placed = [];
    private readonly Dictionary<(RunInstruction Run, Func<InvocationUse, bool> Does), (int First, int Last)> _found = [];
    private readonly Dictionary<(RunInstruction Run, ToolSpec Tool), HashSet<SimpleCommand>> _fed = [];

    private CommandOrder(BuildModel model) => _model = model;

    /// <inheritdoc/>
    public static CommandOrder Compute(FileFacts file) => new(file.Model);

    /// <summary>Whether a command of the RUN that comes behind another does the thing.</summary>
    /// <param name="use">The command.</param>
    /// <param name="does">A function that captures nothing: its answers are kept.</param>
    internal bool IsFollowedBy(InvocationUse use, Func<InvocationUse, bool> does) => Find(use, does).Last > PlaceOf(use);

    /// <summary>Whether no command before this one does the thing.</summary>
    internal bool IsFirst(InvocationUse use, Func<InvocationUse, bool> does) => Find(use, does).First >= PlaceOf(use);

    /// <summary>Whether no command behind this one does the thing.</summary>
    internal bool IsLast(InvocationUse use, Func<InvocationUse, bool> does) => Find(use, does).Last <= PlaceOf(use);

    /// <summary>Whether the command, or one whose script it stands in, reads from a pipe that the tool writes into.</summary>
    internal bool IsFedBy(InvocationUse use, ToolSpec tool)
    {
        if (!_fed.TryGetValue((use.RunOf(), tool), out var fed))
        {
            _fed.Add((use.RunOf(), tool), fed = FedBy(use.RunOf(), tool));
        }

        for (var command = use.Invocation; command is not null && fed.Count > 0; command = command.Parent)
        {
            if (command.Command is { } node && fed.Contains(node))
            {
                return true;
            }
        }

        return false;
    }

    private HashSet<SimpleCommand> FedBy(RunInstruction run, ToolSpec tool)
    {
        var fed = new HashSet<SimpleCommand>(ReferenceEqualityComparer.Instance);
        foreach (var trees in _model.InvocationsOf(run).Select(use => use.Invocation).Where(command => command.Tool == tool)
            .GroupBy<Invocation, ShellScript?>(command => command.Tree, ReferenceEqualityComparer.Instance))
        {
            var feeding = trees.Select(command => command.Command).ToHashSet<object?>(ReferenceEqualityComparer.Instance);
            foreach (var pipe in trees.Key?.Walk().OfType<Pipeline>().Where(pipe => pipe.Commands.Length > 1) ?? [])
            {
                var behind = pipe.Commands.SkipWhile(command => !feeding.Contains(command)).Skip(1);
                fed.UnionWith(behind.SelectMany(command => command.SimpleCommands()));
            }
        }

        return fed;
    }

    private (int First, int Last) Find(InvocationUse use, Func<InvocationUse, bool> does)
    {
        var run = use.RunOf();
        if (!_found.TryGetValue((run, does), out var found))
        {
            found = (int.MaxValue, -1);
            var place = 0;
            foreach (var other in _model.InvocationsOf(run))
            {
                if (does(other))
                {
                    found = (Math.Min(found.First, place), place);
                }

                place++;
            }

            _found.Add((run, does), found);
        }

        return found;
    }

    private int PlaceOf(InvocationUse use)
    {
        if (_placed.Add(use.RunOf()))
        {
            var place = 0;
            foreach (var other in _model.InvocationsOf(use.RunOf()))
            {
                _places[other.Invocation] = place++;
            }
        }

        return _places[use.Invocation];
    }
}
