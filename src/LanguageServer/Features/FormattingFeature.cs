using Dockerlint.Formatting;
using Dockerlint.LanguageServer.Documents;
using Dockerlint.LanguageServer.Protocol;
using Dockerlint.LanguageServer.Text;
using Dockerlint.LanguageServer.Wire;

namespace Dockerlint.LanguageServer.Features;

/// <summary>The layout of <c>dockerlint fmt</c>, for a document or a part.</summary>
internal static class FormattingFeature
{
    internal static Replacement[] Document(DocumentParams parameters, RequestScope scope) =>
        scope.Dockerfile(parameters.TextDocument.Uri) is { } document ? Edits(document, range: null, isAsked: true) : [];

    internal static Replacement[] Range(RangeParams parameters, RequestScope scope)
    {
        if (scope.Dockerfile(parameters.TextDocument.Uri) is not { } document)
        {
            return [];
        }

        var span = document.Positions.SpanOf(parameters.Range);
        var lines = document.Dockerfile.Source.Lines;
        var last = span.Length > 0 && span.End > 0 && document.Text[span.End - 1] == '\n' ? span.End - 1 : span.End;
        return Edits(document, (lines.GetLine(span.Start), lines.GetLine(last)), isAsked: true);
    }

    /// <summary>Behind a line end the instruction that it ends is laid out.</summary>
    internal static Replacement[] OnType(OnTypeParams parameters, RequestScope scope)
    {
        if (scope.Dockerfile(parameters.TextDocument.Uri) is not { } document || parameters.Ch != "\n" || parameters.Position.Line == 0)
        {
            return [];
        }

        var source = document.Dockerfile.Source;
        var above = document.Positions.LineSpan(parameters.Position.Line - 1);
        if (document.Dockerfile.Tree.Root.InstructionAt(above.Start) is not { } instruction || instruction.Span.End > above.End
            || document.Text.AsSpan(above.Start, above.Length).TrimEnd().EndsWith(document.Dockerfile.Tree.Root.EscapeCharacter.ToString()))
        {
            return [];
        }

        var (first, last) = (source.Lines.GetLine(instruction.Span.Start), source.Lines.GetLine(instruction.Span.End));

        // What stands behind it, the cursor's line above all, is left alone.
        return [.. Edits(document, (first, last), isAsked: false).Where(edit => edit.Range.End.Line < parameters.Position.Line
            || edit.Range.End is { Character: 0 } end && end.Line == parameters.Position.Line)];
    }

    private static Replacement[] Edits(OpenDocument document, (int First, int Last)? range, bool isAsked)
    {
        if (document.Dockerfile.Format(range) is not { } result)
        {
            return [];
        }

        return result.Outcome switch
        {
            FormatOutcome.Formatted => TextDifference.Between(document, result.Text.Text),
            FormatOutcome.Rejected when isAsked => throw new RequestException(
                ErrorCode.RequestFailed, "it is not formatted while it has syntax errors: nobody knows what it means"),
            FormatOutcome.Template when isAsked => throw new RequestException(
                ErrorCode.RequestFailed, $"it is not formatted: {result.Reason}"),
            _ => [],
        };
    }
}
