using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Tests;

/// <summary>What Dockerlint holds against a file: errors of its syntax and of its conversion, as DL1000 reports them.</summary>
internal static class Verdict
{
    internal static IReadOnlyList<SyntaxError> Errors(SyntaxTree tree) => [.. tree.Errors, .. BuildModel.Create(tree).Errors];

    /// <summary>
    /// Whether an error stands on a line, or in an instruction that covers that line: the engine blames the first line of
    /// an instruction, an error its exact place.
    /// </summary>
    internal static bool HasErrorAt(SyntaxTree tree, IReadOnlyList<SyntaxError> errors, int line)
    {
        var lines = tree.Source.Lines;
        foreach (var error in errors)
        {
            var first = lines.GetLine(error.Span.Start);
            var last = first;
            foreach (var instruction in tree.Root.Instructions)
            {
                // A stray escape character may open an instruction lines before its keyword.
                var start = lines.GetLine(instruction.Keyword.FullSpan.Start);
                var end = lines.GetLine(
                    instruction.Heredocs is [.., var heredoc] ? Math.Max(heredoc.Span.End, instruction.Span.End) : instruction.Span.End);
                if (first >= lines.GetLine(instruction.Span.Start) && first <= end)
                {
                    (first, last) = (Math.Min(first, start == first ? first : lines.GetLine(instruction.Span.Start)), end);
                    break;
                }
            }

            if (line >= first && line <= last)
            {
                return true;
            }
        }

        return false;
    }
}
