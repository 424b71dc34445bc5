using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Formatting;

/// <summary>The comments between the lines of an instruction.</summary>
internal static class InstructionComments
{
    /// <summary>The comments in order, each from its number sign to the end of its line.</summary>
    internal static IReadOnlyList<TextSpan> Within(InstructionSyntax instruction)
    {
        var segments = instruction.LogicalLine.Segments;
        if (segments.Length < 2)
        {
            return [];
        }

        var source = instruction.Source;
        var comments = new List<TextSpan>();
        for (var i = 1; i < segments.Length; i++)
        {
            var position = source.Text.IndexOf('\n', segments[i - 1].SourceStart + segments[i - 1].SourceLength) + 1;
            while (position > 0 && position < segments[i].SourceStart)
            {
                var end = source.Text.IndexOf('\n', position);
                end = end < 0 ? source.Length : end;
                var line = source.Text.AsSpan(position, end - position);
                var hash = line.Length - line.TrimStart().Length;
                // Continuations before the keyword are a gap between instructions, whatever the builder takes them for.
                if (hash < line.Length && line[hash] == '#' && position > instruction.Keyword.Span.Start)
                {
                    comments.Add(TextSpan.FromBounds(position + hash, position + line.TrimEnd().Length));
                }

                position = end + 1;
            }
        }

        return comments;
    }
}
