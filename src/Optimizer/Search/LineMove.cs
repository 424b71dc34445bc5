using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Optimizer;

/// <summary>Moves whole instructions to another line.</summary>
internal static class LineMove
{
    /// <summary>Whether an instruction fills its lines, so that they can be moved.</summary>
    internal static bool CanMove(InstructionSyntax instruction) => instruction.Heredocs.Count == 0 && instruction is not OnbuildInstruction
        && instruction.Source.Slice(Lines(instruction)).TrimEnd("\r\n").TrimEnd(" \t")
            .EndsWith(instruction.Source.Slice(instruction.Span).TrimEnd(" \t\r\n"), StringComparison.Ordinal)
        && instruction.Source.Slice(TextSpan.FromBounds(Lines(instruction).Start, instruction.Span.Start)).IsWhiteSpace();

    /// <summary>The text with instructions taken out and put in front of another one, in their order.</summary>
    internal static SourceText Before(SourceText text, IReadOnlyList<InstructionSyntax> moved, InstructionSyntax target) =>
        Insert(text, moved, Lines(target).Start);

    /// <summary>The text with instructions taken out and put behind another one, in their order.</summary>
    internal static SourceText Behind(SourceText text, IReadOnlyList<InstructionSyntax> moved, InstructionSyntax target) =>
        Insert(text, moved, Lines(target).End);

    /// <summary>The lines of an instruction with their ends.</summary>
    internal static TextSpan Lines(InstructionSyntax instruction)
    {
        var lines = instruction.Source.Lines;
        var end = instruction.Heredocs.Count > 0 ? Math.Max(instruction.Span.End, instruction.Heredocs[^1].Span.End) : instruction.Span.End;
        var start = lines.GetLineSpan(lines.GetLine(instruction.Span.Start)).Start;
        var last = instruction.Source.Text.IndexOf('\n', Math.Max(start, end - 1));
        return TextSpan.FromBounds(start, last < 0 ? instruction.Source.Length : last + 1);
    }

    /// <summary>The text with edits, whose line ends become those of the text.</summary>
    internal static SourceText Apply(SourceText text, EditSet edits)
    {
        var newline = text.LineEndAt(0);
        return EditSet.TryCreate(edits.Edits.Select(edit => edit with { NewText = edit.NewText.ReplaceLineEndings(newline) }), out var own)
            ? text.WithText(own.Apply(text.Text))
            : text;
    }

    private static SourceText Insert(SourceText text, IReadOnlyList<InstructionSyntax> moved, int offset)
    {
        var newline = text.LineEndAt(moved[0].Span.Start);
        var block = string.Concat(moved.Select(instruction => text.ToString(Lines(instruction)).TrimEnd('\r', '\n') + newline));
        if (offset == text.Length && !text.Text.EndsWith('\n'))
        {
            block = newline + block.TrimEnd('\r', '\n');
        }

        var result = text.Text.Insert(offset, block);
        foreach (var span in moved.Select(Lines).OrderByDescending(span => span.Start))
        {
            result = result.Remove(span.Start < offset ? span.Start : span.Start + block.Length, span.Length);
        }

        return text.WithText(result);
    }
}
