using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Commands;

/// <summary>Reads every command of a script, those of scripts in its words and inputs included.</summary>
public sealed class ScriptReader
{
    // sh -c 'sh -c "sh -c ..."'
    private const int DeepestScript = 4;

    private readonly CommandReader _reader = new();
    private readonly List<Invocation> _found = [];

    private ScriptReader()
    {
    }

    /// <summary>
    /// The commands of a script in source order; a command comes before those in its words, and those of a script behind the command that
    /// runs it.
    /// </summary>
    /// <param name="text">The text of the script.</param>
    /// <param name="script">Its tree.</param>
    /// <param name="values">What its words become.</param>
    public static ImmutableArray<Invocation> Read(MappedText text, ShellScript script, WordValues values)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(script);
        ArgumentNullException.ThrowIfNull(values);
        var reader = new ScriptReader();
        new ScriptWalk(text, values, reader.Add).Walk(script, new Scene(text, null));
        return [.. reader._found];
    }

    /// <summary>The commands of the exec form: the one it is, and those of a script in it.</summary>
    /// <param name="text">The text that the words stand in.</param>
    /// <param name="words">The words.</param>
    /// <param name="values">What the words of a script in it become.</param>
    public static ImmutableArray<Invocation> ReadExec(MappedText text, ImmutableArray<CommandWord> words, WordValues values)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(values);
        var reader = new ScriptReader();
        reader.Add(new Scene(text, null), words, values);
        return [.. reader._found];
    }

    /// <summary>One command of a script alone, behind its wrappers; null when there are no words.</summary>
    /// <param name="text">The text of the script.</param>
    /// <param name="command">The command.</param>
    /// <param name="values">What its words become.</param>
    public static Invocation? ReadCommand(MappedText text, SimpleCommand command, WordValues values)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(values);
        var words = new List<CommandWord>();
        foreach (var word in command.Words)
        {
            values.Expand(word, words);
        }

        List<Invocation>? inner = null;
        return new CommandReader().Read(ScriptWalk.SceneOf(new Scene(text, command), command, values), [.. words], ref inner);
    }

    /// <summary>One command of the exec form alone, behind its wrappers; null when there are no words.</summary>
    /// <param name="text">The text that the words stand in.</param>
    /// <param name="words">The words.</param>
    public static Invocation? ReadCommand(MappedText text, ImmutableArray<CommandWord> words)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<Invocation>? inner = null;
        return new CommandReader().Read(new Scene(text, null), words, ref inner);
    }

    /// <summary>The script that a word of a command holds, with its way back to the source; null when it holds none.</summary>
    /// <param name="use">The command.</param>
    public static (MappedText Text, ShellScript Tree)? ScriptIn(Invocation use)
    {
        ArgumentNullException.ThrowIfNull(use);
        return use.ScriptWord is { IsOpen: false } word && NestedText.Of(use.Text, word) is var text
            && ShellParser.Parse(text).Script is { } tree
            ? (text, tree) : null;
    }

    private void Add(Scene scene, ImmutableArray<CommandWord> words, WordValues values)
    {
        List<Invocation>? inner = null;
        if (_reader.Read(scene, words, ref inner) is not { } invocation)
        {
            return;
        }

        _found.Add(invocation);
        AddScript(invocation, values);
        foreach (var nested in inner ?? [])
        {
            _found.Add(nested);
            AddScript(nested, values);
        }
    }

    private void AddScript(Invocation invocation, WordValues values)
    {
        if (Script(invocation, values) is not { } text || Depth(invocation) >= DeepestScript
            || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return;
        }

        if (ShellParser.Parse(text).Script is { } script)
        {
            var scene = new Scene(text, null)
            {
                Folder = invocation.Folder,
                Environment = invocation.Environment,
                HasEmptyEnvironment = invocation.HasEmptyEnvironment,
                IsConditional = invocation.IsConditional,
                Parent = invocation,
            };
            new ScriptWalk(text, values.Of(script), Add).Walk(script, scene);
        }
    }

    private static MappedText? Script(Invocation invocation, WordValues values)
    {
        if (invocation.ScriptWord is { } word)
        {
            return word.IsOpen ? null : NestedText.Of(invocation.Text, word);
        }

        // A shell without operands reads its commands from its input.
        if (invocation.Tool?.RunsText is { IsOptionValue: false, Options.IsEmpty: false } && (invocation.Operands.IsEmpty
            || invocation.Has("-s")) && !invocation.IsOpen)
        {
            foreach (var redirect in invocation.Redirects)
            {
                if (redirect.Operator.Text is "<<" or "<<-" && redirect.Descriptor is null or "0")
                {
                    return values.Heredoc(redirect) ?? (redirect.Heredoc is { } heredoc ? invocation.Text.Slice(heredoc.Body) : null);
                }
            }
        }

        return null;
    }

    private static int Depth(Invocation invocation)
    {
        var depth = 0;
        for (var parent = invocation.Parent; parent is not null; parent = parent.Parent)
        {
            depth++;
        }

        return depth;
    }
}
