using Dockerlint.Syntax;

namespace Dockerlint.Linting;

/// <summary>Which instruction of a file a place belongs to; what stands between two belongs to the upper one.</summary>
internal sealed class InstructionPlaces(SyntaxTree? tree)
{
    private readonly int[] _starts = [.. tree?.Root.Instructions.Select(instruction => instruction.Span.Start) ?? []];

    /// <summary>The number of the instruction, -1 in front of the first.</summary>
    internal int At(int offset)
    {
        var index = Array.BinarySearch(_starts, offset);
        return index >= 0 ? index : ~index - 1;
    }

    /// <summary>The first place that a fix edits.</summary>
    internal int Of(ChosenFix fix) => At(fix.Fix.Edits.Edits is [var first, ..] ? first.Span.Start : fix.Finding.Span.Start);

    /// <summary>All places that a fix edits, and that of its finding.</summary>
    internal IEnumerable<int> AllOf(ChosenFix fix) =>
        fix.Fix.Edits.Edits.Select(edit => At(edit.Span.Start)).Append(At(fix.Finding.Span.Start)).Distinct();
}
