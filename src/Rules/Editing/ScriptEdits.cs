using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>Edits of scripts, made only where the script is the same text in the file.</summary>
internal static class ScriptEdits
{
    /// <summary>
    /// A fix that puts a word behind another word of a command: in quotes of its own in the exec form, and as it is in a script, that
    /// of a word of a command included. It must need no quotes. None when the word is not plainly in the file.
    /// </summary>
    internal static IReadOnlyList<Fix> AddWord(InvocationUse use, CommandWord behind, string word, Applicability applicability) =>
        WordBehind(use, behind, word) is { } edit ? Fix.Of($"add {word}", applicability, edit) : [];

    /// <summary>A fix that puts the option behind what a command is told to do, as in <c>install -y</c>.</summary>
    internal static IReadOnlyList<Fix> AddOption(InvocationUse use, string option, Applicability applicability) =>
        AddWord(use, use.Invocation.VerbWord ?? use.Invocation.NameWord, option, applicability);

    /// <summary>The edit that puts a word behind another one; null when that one is not plainly in the file.</summary>
    internal static TextEdit? WordBehind(InvocationUse use, CommandWord behind, string word)
    {
        var text = use.Invocation.Text;
        if (!text.IsExact(behind.Span))
        {
            return null;
        }

        var end = text.ToSource(behind.Span).End;
        if (use.Invocation.Command is not null)
        {
            return new TextEdit(new TextSpan(end, 0), " " + word);
        }

        // In the exec form each word is a string of a list.
        return end < text.Source.Text.Length && text.Source.Text[end] == '"' && behind.Syntax is null
            ? new TextEdit(new TextSpan(end + 1, 0), $", \"{word}\"") : null;
    }

    /// <summary>
    /// A fix that runs a command at the end of the script; none unless the script ends in a plain list of <c>&amp;&amp;</c>.
    /// </summary>
    internal static IReadOnlyList<Fix> Append(ScriptUse script, string command, Applicability applicability)
    {
        if (script.Script.Commands is not [.., var item] || item.Separator is ShellSeparator.Background
            || item.List.Operators.Any(op => op.Text != "&&")
                || item.List.Pipelines[^1].Commands is not [SimpleCommand { Words.Length: > 0 } last]
            || last.Name is "exit" or "exec" || SwallowedLine.In(script.Instruction).Any() || script.Nodes.OfType<Redirect>()
                .Any(redirect => redirect.Heredoc is not null))
        {
            return [];
        }

        var end = new TextSpan(last.Span.End - 1, 1);
        return script.Text.IsExact(end)
            ? Fix.Of($"add {command}", applicability,
                new TextEdit(new TextSpan(script.Text.ToSource(end).End, 0), RunLayout.Joint(script.Instruction) + command))
            : [];
    }

    /// <summary>Puts flags behind the keyword of a RUN, on lines of their own where it has several lines or would get too long.</summary>
    internal static IReadOnlyList<Fix> AddFlags(
        RunInstruction run, IReadOnlyList<string> flags, string title, Applicability applicability) =>
        Fix.Of(title, applicability, new TextEdit(new TextSpan(run.Keyword.Span.End, 0), RunLayout.Flags(run, flags)));

    /// <summary>A fix that puts an instruction on the line before another one.</summary>
    internal static TextEdit InsertBefore(InstructionSyntax instruction, string text) =>
        new(new TextSpan(instruction.Keyword.Span.Start, 0), text + instruction.Source.LineEndAt(instruction.Keyword.Span.Start));

    /// <summary>
    /// A fix that puts an instruction on the line behind one that ends its line. The edit holds the end of the line, so that it goes
    /// together with no other one that puts something there.
    /// </summary>
    internal static TextEdit InsertBehind(InstructionSyntax instruction, string text)
    {
        var source = instruction.Source;
        var span = TextSpan.FromBounds(instruction.Span.End - 1, source.Lines.GetLineSpan(source.Lines.GetLine(instruction.Span.End)).End);
        var old = source.ToString(span);
        return new TextEdit(span, old.EndsWith('\n') ? $"{old}{text}\n" : $"{old}\n{text}");
    }

    /// <summary>Whether nothing but blanks stands behind an instruction on its last line.</summary>
    internal static bool EndsItsLine(InstructionSyntax instruction)
    {
        var lines = instruction.Source.Lines;
        var line = lines.GetLineSpan(lines.GetLine(instruction.Span.End));
        return instruction.Source.Slice(TextSpan.FromBounds(instruction.Span.End, line.End)).IsWhiteSpace();
    }

    /// <summary>Whether a mapped span can be taken out of the file without taking a comment along.</summary>
    internal static bool CanRemove(MappedText text, TextSpan span) => text.IsExact(span)
        || !text.Source.Slice(text.ToSource(span)).Contains('#');
}
