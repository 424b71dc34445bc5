using Dockerlint.Syntax;

namespace Dockerlint.Formatting;

/// <summary>All comments of a file: the lines that begin with a number sign, outside of heredocs and without directives.</summary>
internal static class FileComments
{
    /// <summary>The comments in order, without blanks around.</summary>
    internal static IReadOnlyList<(int Offset, string Text)> Of(SyntaxTree tree)
    {
        var text = tree.Source.Text;
        var comments = new List<(int, string)>();
        var position = tree.Root.Directives is [.., var last] ? last.Span.End : tree.Source.HasByteOrderMark ? 1 : 0;
        var heredocs = tree.Root.Instructions.SelectMany(instruction =>
            ((instruction as OnbuildInstruction)?.Trigger ?? instruction).Heredocs).GetEnumerator();
        var next = heredocs.MoveNext() ? heredocs.Current : null;
        while (position < text.Length)
        {
            if (next is not null && position >= next.Span.Start)
            {
                position = Math.Max(position, next.Span.End);
                next = heredocs.MoveNext() ? heredocs.Current : null;
                continue;
            }

            var feed = text.IndexOf('\n', position);
            var end = feed < 0 ? text.Length : feed;
            var line = text.AsSpan(position, end - position).Trim();
            if (line is ['#', ..])
            {
                comments.Add((position, line.ToString()));
            }

            position = end + 1;
        }

        return comments;
    }
}
