using Dockerlint.Semantics;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>Which commands of a script have their output run as a program.</summary>
internal static class Interpreters
{
    private static readonly string[] s_shells = ["sh", "bash", "ash", "dash", "zsh", "ksh", "fish", "eval", "source", "."];

    private static readonly string[] s_others = ["perl", "ruby", "node", "php"];

    /// <summary>The command whose output it is, to the interpreter that reads it.</summary>
    internal static Dictionary<SimpleCommand, (string Name, TextSpan Span)> Of(ScriptUse script, IReadOnlyList<CommandLine> lines)
    {
        var found = new Dictionary<SimpleCommand, (string, TextSpan)>(ReferenceEqualityComparer.Instance);
        var byCommand = new Dictionary<SimpleCommand, CommandLine>(ReferenceEqualityComparer.Instance);
        foreach (var line in lines)
        {
            byCommand[line.Use.Command] = line;
        }

        foreach (var pipeline in script.Nodes.OfType<Pipeline>().Where(pipeline => pipeline.Commands.Length > 1))
        {
            var reader = pipeline.Commands.Skip(1).OfType<SimpleCommand>().Select(command => byCommand.GetValueOrDefault(command))
                .FirstOrDefault(line => line is not null && ReadsProgram(line));
            if (reader is not null)
            {
                foreach (var command in pipeline.Commands.SelectMany(command => command.SimpleCommands()).Where(command => command != reader.Use.Command))
                {
                    found.TryAdd(command, (reader.Name, reader.NameSpan));
                }
            }
        }

        foreach (var line in lines.Where(line => s_shells.Contains(line.Name)))
        {
            var isCode = line.Name is "eval" || line.Arguments.Contains("-c");
            foreach (var inner in Enumerable.Range(0, line.Arguments.Count).SelectMany(i => line.Word(i).Walk()))
            {
                // bash <(curl ..) runs the file; sh -c "$(curl ..)" and eval "$(curl ..)" run the text.
                var script2 = inner is ProcessSubstitution { IsOutput: false } process ? process.Script : inner is CommandSubstitution text && isCode ? text.Script : null;
                foreach (var command in script2?.SimpleCommands() ?? [])
                {
                    found.TryAdd(command, (line.Name, line.NameSpan));
                }
            }
        }

        return found;
    }

    // The program comes from the standard input: no operand names another, and no option holds the text of one.
    private static bool ReadsProgram(CommandLine line)
    {
        if (s_shells.Contains(line.Name))
        {
            return line.Arguments.Contains("-s") || line.Arguments.All(word => word is "-" or "/dev/stdin" || (word is ['-' or '+', ..] && !CommandArguments.HasShort(word, 'c')));
        }

        return (s_others.Contains(line.Name) || line.Name.StartsWith("python", StringComparison.Ordinal))
            && (line.Arguments.Count == 0 || line.Arguments[0] == "-");
    }
}
