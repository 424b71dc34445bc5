using Dockerlint.Commands;
using Dockerlint.Semantics;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>Which commands of a RUN have their output run as a program.</summary>
internal static class Interpreters
{
    /// <summary>The command whose output it is, to the interpreter that reads it.</summary>
    internal static Dictionary<SimpleCommand, (string Name, TextSpan Span)> Of(Pipes pipes, IReadOnlyList<InvocationUse> uses)
    {
        var found = new Dictionary<SimpleCommand, (string, TextSpan)>(ReferenceEqualityComparer.Instance);
        foreach (var pipeline in pipes.All)
        {
            var reader = pipeline.Commands.Skip(1).OfType<SimpleCommand>().Select(pipes.Of)
                .FirstOrDefault(use => use is not null && ReadsProgram(use.Invocation));
            if (reader is not null)
            {
                foreach (var command in pipeline.Commands.SelectMany(command => command.SimpleCommands())
                    .Where(command => command != reader.Invocation.Command))
                {
                    found.TryAdd(command, (reader.Invocation.Name!, reader.Invocation.NameSpan));
                }
            }
        }

        foreach (var use in uses)
        {
            if (IsShell(use.Invocation))
            {
                AddWords(use.Invocation, found);
            }
        }

        return found;
    }

    // bash <(curl ..) runs the file; sh -c "$(curl ..)", eval "$(curl ..)" and sh <<< "$(curl ..)" run the text.
    private static void AddWords(Invocation shell, Dictionary<SimpleCommand, (string Name, TextSpan Span)> found)
    {
        foreach (var word in shell.Arguments)
        {
            Add(word.Syntax, shell.ScriptWord is not null);
        }

        foreach (var redirect in shell.Redirects)
        {
            if (redirect.Operator.Text is "<" or "<<<" && ReadsProgram(shell))
            {
                Add(redirect.Target, true);
            }
        }

        void Add(ShellWord? word, bool isCode)
        {
            foreach (var node in word?.Walk() ?? [])
            {
                var script = node is ProcessSubstitution { IsOutput: false } process ? process.Script : node is CommandSubstitution text
                    && isCode ? text.Script : null;
                foreach (var command in script?.SimpleCommands() ?? [])
                {
                    found.TryAdd(command, (shell.Name!, shell.NameSpan));
                }
            }
        }
    }

    private static bool IsShell(Invocation command) =>
        command.Tool == ShellTools.Sh || command.Tool == WrapperTools.Eval || command.Tool == ShellTools.Source;

    // The program comes from the standard input: no operand names another, and no option holds the text of one.
    private static bool ReadsProgram(Invocation command)
    {
        if (command.Tool is not { } tool || !RunsScripts(tool) || command.ScriptWord is not null)
        {
            return false;
        }

        if (IsShell(command))
        {
            return command.Has("-s") || command.Operands.All(word => IsInput(word.Text));
        }

        return command.Arguments.IsEmpty || (command.Operands is [var first, ..] && IsInput(first.Text) && !command.Has(OptionRole.Text));
    }

    private static bool IsInput(string text) => text is "-" or "/dev/stdin";

    private static bool RunsScripts(ToolSpec tool)
    {
        foreach (var effect in tool.Effects)
        {
            if (effect.Kind == EffectKind.RunsScript)
            {
                return true;
            }
        }

        return false;
    }
}
