using Dockerlint.LanguageServer.Documents;
using Dockerlint.LanguageServer.Protocol;
using Dockerlint.LanguageServer.Symbols;
using Dockerlint.Linting;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.LanguageServer.Features;

/// <summary>The stages and instructions of a file: as an outline, as parts that fold, and as parts to select.</summary>
internal static class OutlineFeature
{
    // The kinds of symbols that the protocol has for a constant, and for a step of work.
    private const int Variable = 13;
    private const int Step = 12;
    private const int LongestName = 60;

    internal static DocumentSymbol[] Symbols(DocumentParams parameters, RequestScope scope)
    {
        if (scope.Dockerfile(parameters.TextDocument.Uri) is not { } document)
        {
            return [];
        }

        var model = document.Dockerfile.Model;
        var first = model.Stages is [var stage, ..] ? stage.From.Span.Start : document.Text.Length;
        return
        [
            .. model.Tree.Root.Instructions.Where(instruction => instruction.Span.Start < first)
                .Select(instruction => SymbolOf(document, instruction)),
            .. model.Stages.Select(stage => new DocumentSymbol(
                StageNames.Of(stage).Name, $"FROM {VisibleText.Escape(stage.From.Image.RawText)}", CallFeature.StageKind,
                document.Positions.RangeOf(CallFeature.SpanOf(stage)),
                document.Positions.RangeOf(stage.From.StageName?.Span ?? stage.From.Keyword.Span),
                [.. stage.Steps.Select(step => SymbolOf(document, step.Instruction))])),
        ];
    }

    internal static FoldingRange[] Folds(DocumentParams parameters, RequestScope scope)
    {
        if (scope.Dockerfile(parameters.TextDocument.Uri) is not { } document)
        {
            return [];
        }

        var model = document.Dockerfile.Model;
        var folds = new List<FoldingRange>();
        void Add(TextSpan span, string? kind)
        {
            var (start, end) = (document.Positions.LineOf(span.Start), document.Positions.LineOf(Math.Max(span.Start, span.End - 1)));
            if (end > start)
            {
                folds.Add(new FoldingRange(start, end, kind));
            }
        }

        foreach (var stage in model.Stages)
        {
            Add(CallFeature.SpanOf(stage), "region");
        }

        foreach (var instruction in model.Tree.Root.Instructions)
        {
            Add(instruction.Span, null);
        }

        TextSpan? block = null;
        foreach (var comment in SuppressionComment.Places(model.Tree).OrderBy(comment => comment.Start))
        {
            var follows = block is { } open
                && document.Positions.LineOf(comment.Start) == document.Positions.LineOf(Math.Max(open.Start, open.End - 1)) + 1;
            if (!follows && block is { } ended)
            {
                Add(ended, "comment");
            }

            block = follows ? TextSpan.FromBounds(block!.Value.Start, comment.End) : comment;
        }

        if (block is { } rest)
        {
            Add(rest, "comment");
        }

        return [.. folds.DistinctBy(fold => (fold.StartLine, fold.EndLine)).OrderBy(fold => fold.StartLine)];
    }

    internal static SelectionRange[] Selections(SelectionParams parameters, RequestScope scope)
    {
        if (scope.Dockerfile(parameters.TextDocument.Uri) is not { } document)
        {
            return [.. parameters.Positions.Select(position => new SelectionRange(new TextRange(position, position), null))];
        }

        return [.. parameters.Positions.Select(position => Selection(document, document.Positions.OffsetOf(position)))];
    }

    private static SelectionRange Selection(OpenDocument document, int offset)
    {
        var model = document.Dockerfile.Model;
        var spans = new List<TextSpan> { new(0, document.Text.Length) };
        if (model.Stages.LastOrDefault(stage => stage.From.Span.Start <= offset) is { } stage)
        {
            spans.Add(CallFeature.SpanOf(stage));
        }

        if (model.Tree.Root.InstructionAt(offset) is { } instruction)
        {
            spans.Add(instruction.Span);
            spans.AddRange(instruction.Descendants().Cast<SyntaxElement>().Concat(instruction.Tokens())
                .Select(element => element.Span));
            spans.AddRange(model.Scripts.Where(script => script.Instruction == instruction)
                .SelectMany(script => script.Nodes.Select(node => script.Text.ToSource(node.Span))));
        }

        SelectionRange? selection = null;
        TextSpan? wider = null;
        foreach (var span in spans.Where(span => span.Start <= offset && offset <= span.End && span.Length > 0)
            .OrderByDescending(span => span.Length))
        {
            if (wider is not { } outer || (outer != span && outer.Contains(span)))
            {
                selection = new SelectionRange(document.Positions.RangeOf(span), selection);
                wider = span;
            }
        }

        return selection ?? new SelectionRange(document.Positions.RangeOf(new TextSpan(offset, 0)), null);
    }

    private static DocumentSymbol SymbolOf(OpenDocument document, InstructionSyntax instruction)
    {
        var text = VisibleText.Escape(instruction.LogicalText.Trim());
        text = text.Length > LongestName ? text[..LongestName] + "…" : text;
        return new DocumentSymbol(
            text.Length == 0 ? instruction.Name : text, null, instruction is ArgInstruction or EnvInstruction ? Variable : Step,
            document.Positions.RangeOf(instruction.Span), document.Positions.RangeOf(instruction.Keyword.Span), null);
    }
}
