using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>Edits of scripts, made only where the script is the same text in the file.</summary>
internal static class ScriptEdits
{
    /// <summary>A fix that puts text behind a word of a command; none when the word is not plainly in the file.</summary>
    internal static IReadOnlyList<Fix> InsertBehind(ProgramUse use, ShellWord word, string text, string title, Applicability applicability) =>
        use.Text.IsExact(word.Span) ? Fix.Of(title, applicability, new TextEdit(new TextSpan(use.Text.ToSource(word.Span).End, 0), text)) : [];

    /// <summary>A fix that puts the option behind the action of a program, as in <c>install -y</c>.</summary>
    internal static IReadOnlyList<Fix> AddOption(ProgramUse use, ParsedArguments arguments, string option, Applicability applicability) =>
        InsertBehind(use, arguments.Operands[0].Word, " " + option, $"add {option}", applicability);

    /// <summary>A fix that runs a command at the end of the script; none unless the script ends in a plain list of <c>&amp;&amp;</c>.</summary>
    internal static IReadOnlyList<Fix> Append(ScriptUse script, string command, Applicability applicability)
    {
        if (script.Script.Commands is not [.., var item] || item.Separator is ShellSeparator.Background
            || item.List.Operators.Any(op => op.Text != "&&") || item.List.Pipelines[^1].Commands is not [SimpleCommand { Words.Length: > 0 } last]
            || last.Name is "exit" or "exec" || SwallowedLine.In(script.Instruction).Any() || script.Nodes.OfType<Redirect>().Any(redirect => redirect.Heredoc is not null))
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
    internal static IReadOnlyList<Fix> AddFlags(RunInstruction run, IReadOnlyList<string> flags, string title, Applicability applicability) =>
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
