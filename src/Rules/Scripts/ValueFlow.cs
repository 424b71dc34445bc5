using System.Collections.Immutable;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>
/// Follows the variables of a script along every path: of each expansion it tells whether the value is harmless however the script
/// comes there. A loop is walked twice, a function at each call; beyond a budget it knows nothing and says so.
/// </summary>
internal sealed class ValueFlow
{
    private const int DeepestLoop = 4;

    private readonly CheckedScript _script;
    private readonly FlowState _state = new();
    private readonly Dictionary<ParameterExpansion, bool> _harmless = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, FunctionDefinition> _functions = new(StringComparer.Ordinal);
    private readonly HashSet<FunctionDefinition> _called = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<FunctionDefinition> _running = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _integers = new(StringComparer.Ordinal);
    private readonly ReachedCommands _reached = new();
    private HashSet<string>? _locals;
    private int _loops;
    private int _budget;

    internal ValueFlow(CheckedScript script)
    {
        _script = script;
        _budget = 20_000 + (20 * script.Count);
        _state.Begin(script.Environment);
        Run(script.Tree.Commands);
        _state.IsDead = false;
        foreach (var function in script.All<FunctionDefinition>())
        {
            if (!_called.Contains(function))
            {
                Call(function);
            }
        }
    }

    /// <summary>Commands that no path leads to.</summary>
    internal IEnumerable<ShellNode> Unreached => _reached.Never;

    /// <summary>Whether the value at a place needs no quotes.</summary>
    internal bool IsHarmless(ParameterExpansion expansion) => _budget <= 0 || _harmless.GetValueOrDefault(expansion);

    private void Run(IEnumerable<ShellListItem> items)
    {
        foreach (var item in items)
        {
            if (item.Separator == ShellSeparator.Background)
            {
                _state.Try(() => Run(item.List));
            }
            else
            {
                Run(item.List);
            }
        }
    }

    // What stands behind the first operator may not have run, and nothing tells which of them did.
    private void Run(AndOrList list)
    {
        Run(list.Pipelines[0]);
        foreach (var pipeline in list.Pipelines.Skip(1))
        {
            _state.Join([FlowBranch.Nothing with { IsDead = _state.IsDead }, _state.Try(() => Run(pipeline))]);
        }
    }

    private void Run(Pipeline pipeline)
    {
        if (pipeline.Commands.Length == 1)
        {
            Run(pipeline.Commands[0]);
            return;
        }

        foreach (var command in pipeline.Commands)
        {
            _state.Try(() => Run(command));
        }
    }

    private void Run(ShellCommand command)
    {
        if (--_budget <= 0)
        {
            return;
        }

        switch (command)
        {
            case SimpleCommand simple:
                _reached.Add(simple, _state.IsDead);
                Run(simple);
                break;
            case BraceGroup group:
                Run(group.Body);
                break;
            case Subshell subshell:
                _state.Try(() => Run(subshell.Body));
                break;
            case IfCommand conditional:
                Run(conditional);
                break;
            case WhileCommand loop:
                Loop(loop, () =>
                {
                    Run(loop.Condition);
                    Run(loop.Body);
                });
                break;
            case ForCommand loop:
                Loop(loop, loop.Variable, loop.HasIn, loop.Words, loop.Body);
                break;
            case SelectCommand loop:
                Loop(loop, loop.Variable, loop.HasIn, loop.Words, loop.Body);
                break;
            case ArithmeticForCommand loop:
                See(loop.Parts);
                Loop(loop, () => Run(loop.Body));
                break;
            case CaseCommand choice:
                Run(choice);
                break;
            case ArithmeticCommand arithmetic:
                See(arithmetic.Parts);
                break;
            case ConditionalExpression condition:
                See(condition.Words);
                break;
            case FunctionDefinition function:
                _functions[function.Name] = function;
                break;
        }

        if (command is CompoundCommand compound)
        {
            See(compound.Redirects);
        }
    }

    // Each condition is looked at behind those before it.
    private void Run(IfCommand command)
    {
        var ways = new List<FlowBranch>();
        foreach (var branch in command.Branches)
        {
            Run(branch.Condition);
            ways.Add(_state.Try(() => Run(branch.Body)));
        }

        ways.Add(_state.Try(() => Run(command.Else)));
        _state.Join(ways);
    }

    private void Run(CaseCommand command)
    {
        See([command.Subject]);
        var ways = new List<FlowBranch>();
        var isComplete = false;
        for (var i = 0; i < command.Items.Length; i++)
        {
            See(command.Items[i].Patterns);
            isComplete |= command.Items[i].Patterns.Any(pattern => pattern is { Parts: [Literal { Text: "*" }] });
            var first = i;
            ways.Add(_state.Try(() =>
            {
                for (var item = first; item < command.Items.Length; item++)
                {
                    Run(command.Items[item].Body);
                    if (command.Items[item].Terminator is not (CaseTerminator.FallThrough or CaseTerminator.Continue))
                    {
                        break;
                    }
                }
            }));
        }

        if (!isComplete)
        {
            ways.Add(FlowBranch.Nothing with { IsDead = _state.IsDead });
        }

        _state.Join(ways);
    }

    private void Loop(ShellNode loop, Action body)
    {
        var wasDead = _state.IsDead;
        if (_loops >= DeepestLoop)
        {
            foreach (var name in _script.Walk(loop).OfType<Assignment>().Select(assignment => assignment.Name).Distinct())
            {
                _state[name] = Knowledge.Unknown;
            }

            _state.Join([FlowBranch.Nothing with { IsDead = wasDead }, _state.Try(body)]);
            return;
        }

        _loops++;
        for (var round = 0; round < 2; round++)
        {
            var way = _state.Try(body);
            _state.Join([FlowBranch.Nothing with { IsDead = wasDead }, way]);
        }

        _loops--;
    }

    private void Loop(ShellNode loop, string variable, bool hasIn, ImmutableArray<ShellWord> words, ImmutableArray<ShellListItem> body)
    {
        See(words);
        Loop(loop, () =>
        {
            _state[variable] = hasIn ? ValueText.OfAny(words, _state) : Knowledge.Unknown;
            Run(body);
        });
    }

    private void Run(SimpleCommand command)
    {
        See(command.Redirects);
        See(command.Assignments);
        See(command.Words);
        if (command.Words.IsEmpty)
        {
            foreach (var assignment in command.Assignments)
            {
                Assign(assignment);
            }

            return;
        }

        if (command.Words[0].LiteralValue is not { } name)
        {
            return;
        }

        if (_functions.TryGetValue(name, out var function))
        {
            Call(function);
            return;
        }

        Builtin(command, name);
    }

    private void Builtin(SimpleCommand command, string name)
    {
        var arguments = command.Words.RemoveAt(0);
        switch (name)
        {
            case "exit" or "return":
                _state.IsDead = true;
                break;
            case "export" or "readonly" or "declare" or "typeset" or "local":
                Declare(arguments, name is "local" or "declare" or "typeset");
                break;
            case "let":
                foreach (var set in arguments.SelectMany(word => ArithmeticText.Names(_script.Slice(word.Span)).Where(item => item.IsSet)))
                {
                    _state[set.Name] = Knowledge.Numeric;
                }

                break;
            default:
                foreach (var set in SetNames.Of(name, arguments))
                {
                    _state[set] = Knowledge.Unknown;
                }

                break;
        }
    }

    private void Declare(IEnumerable<ShellWord> arguments, bool isLocal)
    {
        foreach (var declared in DeclaredName.In(_script, arguments))
        {
            if (isLocal)
            {
                _locals?.Add(declared.Name);
            }

            if (declared.IsInteger)
            {
                _integers.Add(declared.Name);
                _state[declared.Name] = Knowledge.Numeric;
            }

            if (declared.Value is not null)
            {
                Assign(declared.Name, declared.Value, declared.IsAppend);
            }
            else if (isLocal && _locals is not null && !declared.IsInteger)
            {
                _state[declared.Name] = Knowledge.Unknown;
            }
        }
    }

    private void Assign(Assignment assignment)
    {
        if (assignment.Subscript is not null || assignment.Array is not null)
        {
            _state[assignment.Name] = Knowledge.Unknown;
        }
        else
        {
            Assign(assignment.Name, assignment.Value, assignment.IsAppend);
        }
    }

    private void Assign(string name, ShellWord value, bool isAppend)
    {
        var known = _integers.Contains(name) || value.Parts is [ArithmeticExpansion] ? Knowledge.Numeric : ValueText.Of(value, _state);
        if (isAppend && known != Knowledge.Numeric)
        {
            known = FlowState.Meet(known, _state[name]);
        }

        _state[name] = known;
    }

    private void Call(FunctionDefinition function)
    {
        _called.Add(function);
        if (_budget <= 0 || !_running.Add(function))
        {
            return;
        }

        var (outer, wasDead) = (_locals, _state.IsDead);
        _locals = new HashSet<string>(StringComparer.Ordinal);
        var way = _state.Try(() => Run(function.Body));
        var changes = way.Changes.Where(change => !_locals.Contains(change.Key))
            .ToDictionary(change => change.Key, change => change.Value, StringComparer.Ordinal);
        _locals = outer;
        _state.Join([new FlowBranch(changes, wasDead)]);
        _running.Remove(function);
    }

    private void See(IEnumerable<ShellNode> nodes)
    {
        foreach (var node in nodes)
        {
            See(node);
        }
    }

    private void See(ShellNode node)
    {
        switch (node)
        {
            case ParameterExpansion expansion:
                _harmless[expansion] = _harmless.GetValueOrDefault(expansion, true) && Judge(expansion);
                See(_script.Children(node));
                if (expansion.Operator is ":=" or "=")
                {
                    _state[expansion.Name] = Knowledge.Unknown;
                }

                break;
            case CommandSubstitution substitution:
                _state.Try(() => Run(substitution.Script.Commands));
                break;
            case ProcessSubstitution substitution:
                _state.Try(() => Run(substitution.Script.Commands));
                break;
            case ArithmeticExpansion arithmetic:
                See(arithmetic.Parts);
                break;
            default:
                See(_script.Children(node));
                break;
        }
    }

    private void See(ImmutableArray<ShellWordPart> arithmetic)
    {
        See(arithmetic.AsEnumerable());
        foreach (var name in ValueText.SetIn(arithmetic))
        {
            _state[name] = Knowledge.Numeric;
        }
    }

    private bool Judge(ParameterExpansion expansion) => ValueText.IsHarmlessParameter(expansion.Name)
        || (_state[expansion.Name] is Knowledge.Harmless or Knowledge.Numeric && expansion.Subscript is not ("@" or "*"));
}
