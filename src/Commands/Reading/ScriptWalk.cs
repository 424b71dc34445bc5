using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Commands;

/// <summary>
/// Goes through a script in source order and keeps what is in force: the folder, what was exported, whether it runs at all.
/// </summary>
internal sealed class ScriptWalk(MappedText text, WordValues values, Action<Scene, ImmutableArray<CommandWord>, WordValues> found)
{
    private readonly List<CommandWord> _words = [];
    private ShellScript? _tree;
    private string? _folder = "";
    private ImmutableStack<string?> _pushed = [];
    private ImmutableArray<EnvironmentSetting> _environment = [];

    internal void Walk(ShellScript script, Scene scene)
    {
        (_tree, _folder, _environment) = (script, scene.Folder, scene.Environment);
        Items(script.Commands, scene);
    }

    private void Items(ImmutableArray<ShellListItem> items, Scene scene)
    {
        foreach (var item in items)
        {
            List(item.List, scene);
        }
    }

    private void List(AndOrList list, Scene scene)
    {
        var isMaybe = false;
        for (var i = 0; i < list.Pipelines.Length; i++)
        {
            // What follows || runs when something fails; what follows a test runs when that says yes.
            isMaybe = i > 0 && (list.Operators[i - 1].Text == "||" || isMaybe || IsTest(list.Pipelines[i - 1]));
            Pipe(list.Pipelines[i], isMaybe ? scene with { IsConditional = true } : scene);
            if (i + 1 < list.Pipelines.Length && list.Operators[i].Text == "&&" && i > 0 && list.Operators[i - 1].Text == "||")
            {
                // a || b && c: c runs whichever of the two succeeds.
                isMaybe = false;
            }
        }
    }

    private static bool IsTest(Pipeline pipeline) => pipeline.Commands[^1] is ConditionalExpression or ArithmeticCommand
        || (pipeline.Commands[^1] is SimpleCommand { Name: { } name }
            && (name is "[" or "test" or "grep" or "egrep" or "which" or "type" or "cmp" or "diff" or "mountpoint" or "false"
            || (name == "command" && pipeline.Commands[^1] is SimpleCommand { Words: [_, { LiteralValue: ['-', 'v' or 'V'] }, ..] })));

    private void Pipe(Pipeline pipeline, Scene scene)
    {
        if (pipeline.Commands.Length == 1)
        {
            Command(pipeline.Commands[0], scene);
            return;
        }

        foreach (var command in pipeline.Commands)
        {
            Apart(() => Command(command, scene));
        }
    }

    private void Command(ShellCommand command, Scene scene)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return;
        }

        switch (command)
        {
            case SimpleCommand simple:
                Simple(simple, scene);
                break;
            case BraceGroup group:
                Items(group.Body, scene);
                Rest(group.Redirects, scene);
                break;
            case Subshell subshell:
                Apart(() => Items(subshell.Body, scene));
                Rest(subshell.Redirects, scene);
                break;
            case IfCommand { Branches: [var first, ..] } choice:
                Items(first.Condition, scene);
                Branches([.. first.Body, .. choice.Branches.Skip(1), .. choice.Else, .. choice.Redirects], scene
                    with
                { IsConditional = true });
                break;
            case WhileCommand loop:
                Items(loop.Condition, scene);
                Branches([.. loop.Body, .. loop.Redirects], scene with { IsConditional = true });
                break;
            default:
                Branches(command.Children, scene with { IsConditional = true });
                break;
        }
    }

    private void Apart(Action body)
    {
        var (folder, pushed, environment) = (_folder, _pushed, _environment);
        body();
        (_folder, _pushed, _environment) = (folder, pushed, environment);
    }

    // Whether a branch is taken nobody knows, so a folder that one changes is not known behind it.
    private void Branches(IEnumerable<ShellNode> nodes, Scene scene)
    {
        var folder = _folder;
        Rest(nodes, scene);
        if (_folder != folder)
        {
            _folder = null;
        }
    }

    private void Rest(IEnumerable<ShellNode> nodes, Scene scene)
    {
        foreach (var node in nodes)
        {
            switch (node)
            {
                case Literal or SingleQuoted or Escaped:
                    break;
                case ShellListItem item:
                    List(item.List, scene);
                    break;
                case Pipeline pipeline:
                    Pipe(pipeline, scene);
                    break;
                case ShellCommand command:
                    Command(command, scene);
                    break;
                case ShellScript script:
                    Apart(() => Items(script.Commands, scene));
                    break;
                case ShellWord { LiteralValue: not null }:
                    break;
                default:
                    if (RuntimeHelpers.TryEnsureSufficientExecutionStack())
                    {
                        Rest(node.Children, scene);
                    }

                    break;
            }
        }
    }

    private void Simple(SimpleCommand command, Scene scene)
    {
        if (command.Words.IsEmpty)
        {
            foreach (var assignment in command.Assignments)
            {
                // A plain assignment changes a variable that was exported; whether it was nobody tells.
                _environment = Overwritten(_environment, assignment);
            }
        }
        else
        {
            _words.Clear();
            foreach (var word in command.Words)
            {
                values.Expand(word, _words);
            }

            var words = _words.ToImmutableArray();
            if (!words.IsEmpty)
            {
                found(
                    SceneOf(scene with { Text = text, Tree = _tree, Folder = _folder, Environment = _environment, Wrappers = [] }, command,
                        values),
                    words, values);
                Follow(words, scene);
            }
        }

        if (HasNested(command))
        {
            Rest(command.Children, scene);
        }
    }

    /// <summary>What is in force for a command, with the assignments in front of it.</summary>
    internal static Scene SceneOf(Scene scene, SimpleCommand command, WordValues values)
    {
        var environment = scene.Environment;
        foreach (var assignment in command.Assignments)
        {
            environment = environment.Add(new EnvironmentSetting(assignment.Name, ValueOf(assignment, values), false, assignment.Span));
        }

        return scene with { Command = command, Environment = environment };
    }

    private static bool HasNested(SimpleCommand command)
    {
        foreach (var word in command.Words)
        {
            if (word.LiteralValue is null)
            {
                return true;
            }
        }

        return !command.Assignments.IsEmpty || !command.Redirects.IsEmpty;
    }

    private static string? ValueOf(Assignment assignment, WordValues values)
    {
        if (assignment.IsAppend || assignment.Subscript is not null || assignment.Array is not null)
        {
            return null;
        }

        // The value of an assignment is not split.
        var words = new List<CommandWord>();
        values.Expand(assignment.Value, words);
        return words is [] ? "" : words is [{ Value: { } value }] ? value : null;
    }

    private ImmutableArray<EnvironmentSetting> Overwritten(ImmutableArray<EnvironmentSetting> environment, Assignment assignment)
    {
        foreach (var setting in environment)
        {
            if (setting.Name == assignment.Name)
            {
                return environment.Add(new EnvironmentSetting(assignment.Name, ValueOf(assignment, values), false, assignment.Span));
            }
        }

        return environment;
    }

    /// <summary>What the commands of the shell itself change for those behind them.</summary>
    private void Follow(ImmutableArray<CommandWord> words, Scene scene)
    {
        switch (words[0].Text)
        {
            case "cd" or "chdir":
                var operands = words.AsSpan()[1..];
                while (operands is [{ Text: "-P" or "-L" or "-e" or "--" }, ..])
                {
                    operands = operands[1..];
                }

                _folder = operands is [{ Value: { Length: > 0 } path }] && path != "-" && !scene.IsConditional
                    ? FolderPath.Combine(_folder, path) : null;
                break;
            case "pushd":
                _pushed = _pushed.Push(_folder);
                _folder = words.AsSpan() is [_, { Value: { Length: > 0 } pushed }] && pushed[0] is not ('+' or '-') && !scene.IsConditional
                    ? FolderPath.Combine(_folder, pushed) : null;
                break;
            case "popd":
                _folder = words.Length == 1 && !_pushed.IsEmpty && !scene.IsConditional ? _pushed.Peek() : null;
                _pushed = _pushed.IsEmpty ? _pushed : _pushed.Pop();
                break;
            case "export":
                foreach (var word in words.AsSpan()[1..])
                {
                    var equals = word.Text.IndexOf('=', StringComparison.Ordinal);
                    if (equals > 0)
                    {
                        var value = word.IsKnown && !scene.IsConditional ? word.Text[(equals + 1)..] : null;
                        _environment = _environment.Add(new EnvironmentSetting(word.Text[..equals], value, false, word.Span));
                    }
                }

                break;
            case "unset":
                foreach (var word in words.AsSpan()[1..])
                {
                    if (word.Value is { } name && !name.StartsWith('-'))
                    {
                        _environment = _environment.Add(new EnvironmentSetting(name, null, true, word.Span));
                    }
                }

                break;
            default:
                break;
        }
    }
}
