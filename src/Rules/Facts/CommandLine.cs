using System.Text;
using Dockerlint.Semantics;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>A command of a script as it really runs: behind <c>sudo</c>, <c>env</c> and their like, its name without a path.</summary>
internal sealed class CommandLine
{
    /// <summary>Stands in <see cref="Sketch(int)"/> for what only the shell knows.</summary>
    internal const char UnknownText = '\uFFFD';

    private static readonly string[] s_wrappers =
        ["sudo", "env", "exec", "command", "nice", "nohup", "time", "timeout", "doas", "eatmydata", "busybox", "fakeroot", "stdbuf", "builtin"];

    private readonly int _index;
    private IReadOnlyList<string?>? _arguments;

    private CommandLine(CommandUse use, string name, int index)
    {
        Use = use;
        Name = name;
        _index = index;
    }

    internal CommandUse Use { get; }

    internal ScriptUse Script => Use.Script;

    /// <summary>The name without a path.</summary>
    internal string Name { get; }

    /// <summary>The words behind the name; null for one that only the shell knows.</summary>
    internal IReadOnlyList<string?> Arguments => _arguments ??= _index == 0 ? Use.Arguments : [.. Use.Arguments.Skip(_index)];

    internal TextSpan NameSpan => Use.Text.ToSource(Use.Command.Words[_index].Span);

    /// <summary>The command with its arguments, without redirections.</summary>
    internal TextSpan Span => Use.Text.ToSource(TextSpan.FromBounds(Use.Command.Words[_index].Span.Start, Use.Command.Words[^1].Span.End));

    /// <summary>The command line of a use, or null when its name is not known.</summary>
    internal static CommandLine? Of(CommandUse use)
    {
        var words = use.Command.Words;
        for (var index = 0; index < words.Length; index++)
        {
            if (use.Script.Resolve(words[index]) is not { Length: > 0 } word)
            {
                return null;
            }

            var name = word[(word.LastIndexOf('/') + 1)..];
            if (!s_wrappers.Contains(name))
            {
                return new CommandLine(use, name, index);
            }

            index = SkipOptions(words, index, name);
        }

        return null;
    }

    internal ShellWord Word(int argument) => Use.Command.Words[_index + 1 + argument];

    internal TextSpan SpanOf(int argument) => Use.Text.ToSource(Word(argument).Span);

    /// <summary>Whether the arguments begin with these words; an option before the first is stepped over.</summary>
    internal bool Starts(params ReadOnlySpan<string> words)
    {
        var position = FirstOperand;
        foreach (var word in words)
        {
            if (position >= Arguments.Count || Arguments[position++] != word)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The index of the first argument that is no option.</summary>
    internal int FirstOperand
    {
        get
        {
            var position = 0;
            while (position < Arguments.Count && Arguments[position] is ['-', _, ..])
            {
                position++;
            }

            return position;
        }
    }

    /// <summary>Whether one of the arguments is one of the words, or one of them with a value behind an equals sign.</summary>
    internal bool Has(params ReadOnlySpan<string> options) => IndexOf(options) >= 0;

    /// <summary>The index of the first argument that is one of the options, alone or with a value behind an equals sign; -1 without.</summary>
    internal int IndexOf(params ReadOnlySpan<string> options)
    {
        for (var i = 0; i < Arguments.Count; i++)
        {
            var text = Arguments[i] ?? Sketch(i);
            var equals = text.StartsWith("--", StringComparison.Ordinal) ? text.IndexOf('=', StringComparison.Ordinal) : -1;
            if (options.Contains(equals < 0 ? text : text[..equals]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The text of an argument with <see cref="UnknownText"/> for every part that only the shell knows.</summary>
    internal string Sketch(int argument) => Sketch(Word(argument));

    /// <summary>The text of a word with <see cref="UnknownText"/> for every part that only the shell knows.</summary>
    internal string Sketch(ShellWord word)
    {
        if (Script.Resolve(word) is { } known)
        {
            return known;
        }

        var builder = new StringBuilder();
        foreach (var part in word.Parts.SelectMany(part => part is DoubleQuoted quoted ? quoted.Parts : [part]))
        {
            builder.Append(part.LiteralValue ?? Script.Resolve(new ShellWord(part.Span, [part])) ?? UnknownText.ToString());
        }

        return builder.ToString();
    }

    /// <summary>Whether anybody who reads the file or its build arguments knows the value of an argument: it is literal or made of ARG and ENV.</summary>
    internal bool IsInFile(int argument) => Word(argument).LiteralValue is not null || Word(argument).Walk().All(node => node switch
    {
        CommandSubstitution or ProcessSubstitution or ArithmeticExpansion => false,
        ParameterExpansion expansion => Script.Before.Variables.Find(expansion.Name) is not null && !IsAssigned(expansion.Name),
        _ => true,
    });

    /// <summary>The edit that takes an argument away with the blank before it; null when its text is not exact.</summary>
    internal TextEdit? Remove(int argument)
    {
        var word = Word(argument).Span;
        if (!Use.Text.IsExact(word))
        {
            return null;
        }

        var span = Use.Text.ToSource(word);
        var hasBlank = span.Start > 0 && Use.Text.Source.Text[span.Start - 1] is ' ' or '\t';
        return new TextEdit(hasBlank ? TextSpan.FromBounds(span.Start - 1, span.End) : span, "");
    }

    private bool IsAssigned(string name) => Script.Nodes.Any(node => node is Assignment assignment && assignment.Name == name);

    private static int SkipOptions(IReadOnlyList<ShellWord> words, int index, string wrapper)
    {
        while (index + 1 < words.Count && words[index + 1].LiteralValue is { } option
            && (option.StartsWith('-') || (wrapper == "env" && option.Contains('=', StringComparison.Ordinal))))
        {
            index += wrapper == "sudo" && option is "-u" or "-g" or "-h" or "--user" or "--group" ? 2 : 1;
        }

        return wrapper == "timeout" ? index + 1 : index;
    }
}
