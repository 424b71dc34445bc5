using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Linting;

/// <summary>Everything in a file that was written for people, or for programs that look at it: no fix may lose it.</summary>
internal static class CommentList
{
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

    private static IEnumerable<TextSpan> InScript(ScriptUse script) => script.Script.Comments.Select(script.Text.ToSource);
}
