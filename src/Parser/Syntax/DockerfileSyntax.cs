namespace Dockerlint.Syntax;

/// <summary>The root: directives, instructions, end of file.</summary>
public sealed class DockerfileSyntax : SyntaxNode
{
    internal DockerfileSyntax(
        int length, char escape, IReadOnlyList<DirectiveSyntax> directives, IReadOnlyList<InstructionSyntax> instructions,
            SyntaxToken endOfFile)
        : base(0, length, Concat(directives, instructions, [endOfFile]))
    {
        EscapeCharacter = escape;
        Directives = directives;
        Instructions = instructions;
        EndOfFile = endOfFile;
    }

    /// <summary>Backslash, or the backtick where the escape directive says so.</summary>
    public char EscapeCharacter { get; }

    /// <summary>The parser directives at the top of the file.</summary>
    public IReadOnlyList<DirectiveSyntax> Directives { get; }

    /// <summary>All instructions, malformed and unknown ones included.</summary>
    public IReadOnlyList<InstructionSyntax> Instructions { get; }

    /// <summary>The empty last token; it owns the trivia behind the last instruction.</summary>
    public SyntaxToken EndOfFile { get; }

    /// <summary>The instruction whose source span holds an offset; null for one between instructions.</summary>
    public InstructionSyntax? InstructionAt(int offset)
    {
        var low = 0;
        var high = Instructions.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Instructions[middle].Span.Start <= offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low > 0 && offset < EndOf(Instructions[low - 1]) ? Instructions[low - 1] : null;
    }

    // Bodies of heredocs stand behind the line that the instruction is.
    private static int EndOf(InstructionSyntax instruction) =>
        instruction.Heredocs is [.., var last] ? Math.Max(instruction.Span.End, last.Span.End) : instruction.Span.End;
}
