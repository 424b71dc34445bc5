using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Linting;

/// <summary>Everything in a file that was written for people, or for programs that look at it: no fix may lose it.</summary>
internal static class CommentList
{
    private const string Joints = "\uFEFF \t\r\n\\`;&|";

    /// <summary>
    /// The directives, the comments between instructions and between the lines of one, and those of scripts; each with its text without
    /// blanks around it, in no particular order.
    /// </summary>
    internal static IEnumerable<(string Text, TextSpan Span)> Of(BuildModel model)
    {
        var source = model.Tree.Source;
        if (!source.Text.Contains('#', StringComparison.Ordinal))
        {
            return [];
        }

        var spans = model.Tree.Root.Directives.Select(directive => source.Lines.GetLineSpan(source.Lines.GetLine(directive.Span.Start)))
            .Concat(SuppressionComment.Spans(model.Tree, withinInstructions: true)).Concat(model.Scripts.SelectMany(InScript));
        return spans.Select(span => (source.Slice(span).Trim("\uFEFF \t\r\n").ToString(), span));
    }

    /// <summary>
    /// What a comment speaks of: what stands before it on its line, or else the next line, of which a further comment is one; without what
    /// joins it to its neighbours. A comment that was moved together with that says what it said.
    /// </summary>
    internal static string Subject(SourceText source, TextSpan comment)
    {
        var own = source.Lines.GetLine(comment.Start);
        if (source.Slice(TextSpan.FromBounds(source.Lines.GetLineStart(own), comment.Start)).Trim(Joints) is { Length: > 0 } before)
        {
            return before.ToString();
        }

        for (var line = own + 1; line <= source.Lines.LineCount; line++)
        {
            var text = source.Slice(source.Lines.GetLineSpan(line)).Trim(Joints);
            if (!text.IsEmpty)
            {
                return text.ToString();
            }
        }

        return "";
    }

    private static IEnumerable<TextSpan> InScript(ScriptUse script) => script.Script.Comments.Select(script.Text.ToSource);
}
