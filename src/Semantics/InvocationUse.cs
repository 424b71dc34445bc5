using System.Collections.Immutable;
using Dockerlint.Commands;
using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Semantics;

/// <summary>A command that an instruction runs, in a script or in the exec form.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Before">What is in force when it runs.</param>
/// <param name="Instruction">RUN, CMD, ENTRYPOINT or HEALTHCHECK.</param>
/// <param name="IsTrigger">Whether it runs in a later build only, as an ONBUILD trigger.</param>
/// <param name="Script">The script it stands in; null in the exec form, and for all but RUN.</param>
/// <param name="Invocation">The command.</param>
public sealed record InvocationUse(
    Stage Stage, InstructionState Before, CommandInstruction Instruction, bool IsTrigger, ScriptUse? Script, Invocation Invocation)
{
    /// <summary>The folder it runs in; null when it is not known.</summary>
    public string? Folder => Invocation.Folder is not { } folder ? null
        : folder.StartsWith('/') ? folder
        : Before.Workdir is not { } start ? null
        : folder.Length == 0 ? start : start.TrimEnd('/') + "/" + folder;

    /// <summary>The commands of a script.</summary>
    internal static IEnumerable<InvocationUse> Of(ScriptUse script) =>
        script.Invocations.Select(use => new InvocationUse(script.Stage, script.Before, script.Instruction, script.IsTrigger, script, use));

    /// <summary>The commands of the exec form, or of a heredoc that names its interpreter; none otherwise.</summary>
    internal static IEnumerable<InvocationUse> OfExec(Stage stage, StageStep step)
    {
        if (step.Action is not CommandInstruction instruction)
        {
            yield break;
        }

        var (text, words) = Words(instruction);
        if (words.IsEmpty)
        {
            yield break;
        }

        var values = new ScriptValues(new ScriptWords([], step.Before.Variables), step.Before.Variables, text!, instruction);
        foreach (var use in ScriptReader.ReadExec(text!, words, values))
        {
            yield return new InvocationUse(stage, step.Before, instruction, step.Instruction is OnbuildInstruction, null, use);
        }
    }

    /// <summary>The commands of CMD, ENTRYPOINT or HEALTHCHECK in shell form.</summary>
    internal static IEnumerable<InvocationUse> OfShell(Stage stage, StageStep step)
    {
        if (step.Action is not CommandInstruction instruction || instruction is RunInstruction)
        {
            yield break;
        }

        foreach (var script in RunScript.Create(instruction, step.Before.Shell is [var shell, ..] ? shell : null))
        {
            if (script is not { Text: { } text, Script: { } tree })
            {
                continue;
            }

            var values = new ScriptValues(new ScriptWords([.. tree.Walk()], step.Before.Variables), step.Before.Variables, text,
                instruction);
            foreach (var use in ScriptReader.Read(text, tree, values))
            {
                yield return new InvocationUse(stage, step.Before, instruction, step.Instruction is OnbuildInstruction, null, use);
            }
        }
    }

    private static (MappedText? Text, ImmutableArray<CommandWord> Words) Words(CommandInstruction instruction)
    {
        if (instruction.Command is JsonArraySyntax { Items: [_, ..] items } array)
        {
            // The words stand inside their quotes; where one has escapes only its whole has a place.
            var start = array.Span.Start - 1;
            return (MappedText.Slice(instruction.Source, array.Span),
                [.. items.Select(item => new CommandWord(item.Value, new TextSpan(item.Span.Start - start, Math.Max(0,
                    item.Span.Length - 2))))]);
        }

        if (instruction is { Command: ShellFormSyntax form, Heredocs: [{ Body: { } body } heredoc] } && heredoc.MarkerSpan == form.Span)
        {
            var content = MappedText.Slice(instruction.Source, body.Span);
            var end = content.Text.IndexOf('\n', StringComparison.Ordinal);
            var line = end < 0 ? content.Text : content.Text[..end];
            if (Shebang.NamesNoShell(content.Text)
                && ShellParser.Parse(content.Slice(TextSpan.FromBounds(2, line.Length))).Script is { } tree
                && tree.Walk().OfType<SimpleCommand>().FirstOrDefault() is { } command)
            {
                return (content.Slice(TextSpan.FromBounds(2, line.Length)),
                    [.. command.Words.Select(word => new CommandWord(word.LiteralValue ?? CommandWord.UnknownText.ToString(), word.Span,
                        WordCount.One, word))]);
            }
        }

        return (null, []);
    }
}
