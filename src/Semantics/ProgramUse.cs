using System.Collections.Immutable;
using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Semantics;

/// <summary>A program that a script runs, found behind wrappers such as <c>sudo</c>, <c>env</c> and <c>xargs</c>, its arguments expanded.</summary>
/// <param name="Script">The script.</param>
/// <param name="Command">The command it is run by, in offsets of the script's text.</param>
/// <param name="Name">The name without a folder: <c>apt-get</c> for <c>/usr/bin/apt-get</c>.</param>
/// <param name="NameWord">The word that names it.</param>
/// <param name="Arguments">The arguments behind the name.</param>
public sealed record ProgramUse(ScriptUse Script, SimpleCommand Command, string Name, ShellWord NameWord, ImmutableArray<ProgramArgument> Arguments)
{
    private static readonly string[] s_sudoValues = ["-u", "-g", "-h", "-p", "-C", "-T", "-r", "-t", "-D", "-R", "--user", "--group", "--chdir", "--prompt"];
    private static readonly string[] s_envValues = ["-u", "--unset", "-C", "--chdir", "-S"];
    private static readonly string[] s_xargsValues = ["-n", "-I", "-P", "-L", "-d", "-a", "-s", "-E", "--max-args", "--max-procs", "--delimiter", "--arg-file"];

    /// <summary>The instruction.</summary>
    public RunInstruction Instruction => Script.Instruction;

    /// <summary>The text of the script.</summary>
    public MappedText Text => Script.Text;

    /// <summary>Where the name stands in the source.</summary>
    public TextSpan NameSpan => Text.ToSource(NameWord.Span);

    /// <summary>Whether an argument is not known, so that nothing can be said of what is missing.</summary>
    public bool HasUnknown => Arguments.Any(argument => argument.Value is null);

    /// <summary>Where a word stands in the source.</summary>
    public TextSpan SpanOf(ProgramArgument argument) => Text.ToSource(argument.Word.Span);

    /// <summary>Whether one of the arguments is the text.</summary>
    public bool Has(string text) => Arguments.Any(argument => argument.Value == text);

    internal static ProgramUse? Create(ScriptUse script, SimpleCommand command)
    {
        var all = Expand(script, command);
        var isOpen = false;
        var index = 0;
        while (index < all.Length && all[index].Value is { } name)
        {
            var program = name[(name.LastIndexOf('/') + 1)..];
            if (AfterWrapper(all, index, program) is not { } next || next >= all.Length)
            {
                var arguments = ImmutableArray.Create(all, index + 1, all.Length - index - 1);
                // xargs adds arguments that come from its input.
                return new ProgramUse(script, command, program, all[index].Word, isOpen ? arguments.Add(new ProgramArgument(null, command.Words[0])) : arguments);
            }

            isOpen |= program == "xargs";
            index = next;
        }

        return null;
    }

    private static ImmutableArray<ProgramArgument> Expand(ScriptUse script, SimpleCommand command)
    {
        var all = ImmutableArray.CreateBuilder<ProgramArgument>(command.Words.Length);
        foreach (var word in command.Words)
        {
            if (word.LiteralValue is { } literal)
            {
                all.Add(new ProgramArgument(literal, word));
                continue;
            }

            foreach (var value in script.Fields(word))
            {
                all.Add(new ProgramArgument(value, word));
            }
        }

        return all.DrainToImmutable();
    }

    /// <summary>The index of the program that a wrapper runs; null when the program is no wrapper.</summary>
    private static int? AfterWrapper(ImmutableArray<ProgramArgument> words, int index, string program) => program switch
    {
        "sudo" => Skip(words, index + 1, s_sudoValues, assignments: true),
        "env" => Skip(words, index + 1, s_envValues, assignments: true),
        "xargs" => Skip(words, index + 1, s_xargsValues, assignments: false),
        "nice" => Skip(words, index + 1, ["-n", "--adjustment"], assignments: false),
        "timeout" => Skip(words, index + 1, ["-k", "-s", "--kill-after", "--signal"], assignments: false) + 1,
        "exec" => Skip(words, index + 1, ["-a"], assignments: false),
        "command" or "builtin" or "nohup" or "time" or "eatmydata" or "busybox" =>
            words.Length > index + 1 && words[index + 1].Value is ['-', ..] ? null : index + 1,
        _ => null,
    };

    private static int Skip(ImmutableArray<ProgramArgument> words, int index, string[] optionsWithValue, bool assignments)
    {
        while (index < words.Length && words[index].Value is { } word)
        {
            if (word.StartsWith('-'))
            {
                index += optionsWithValue.Contains(word) ? 2 : 1;
            }
            else if (assignments && word.IndexOf('=', StringComparison.Ordinal) > 0)
            {
                index++;
            }
            else
            {
                break;
            }
        }

        return index;
    }
}
