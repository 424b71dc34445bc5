using Dockerlint.LanguageServer.Documents;
using Dockerlint.LanguageServer.Protocol;
using Dockerlint.LanguageServer.Symbols;
using Dockerlint.Semantics;
using Dockerlint.Text;

namespace Dockerlint.LanguageServer.Features;

/// <summary>Which stages a stage is made of, and which are made of it, as a hierarchy of calls.</summary>
internal static class CallFeature
{
    // The kind of a class.
    internal const int StageKind = 5;

    internal static CallItem[] Prepare(PositionParams parameters, RequestScope scope)
    {
        if (scope.Dockerfile(parameters.TextDocument.Uri) is not { } document)
        {
            return [];
        }

        var model = document.Dockerfile.Model;
        var offset = document.Positions.OffsetOf(parameters.Position);
        var stage = document.Symbols.At(offset) is { Symbol: { Kind: SymbolKind.Stage } symbol } ? model.Stages[symbol.Place]
            : model.Stages.LastOrDefault(stage => stage.From.Span.Start <= offset);
        return stage is null ? [] : [Item(document, stage)];
    }

    internal static IncomingCall[] Incoming(CallsParams parameters, RequestScope scope) =>
        Find(parameters, scope) is not var (document, stage) ? []
        : [.. document.Dockerfile.Model.Stages.Select(other => new IncomingCall(Item(document, other), Uses(document, other, stage)))
            .Where(call => call.FromRanges.Length > 0)];

    internal static OutgoingCall[] Outgoing(CallsParams parameters, RequestScope scope) =>
        Find(parameters, scope) is not var (document, stage) ? []
        : [.. document.Dockerfile.Model.Stages.Select(other => new OutgoingCall(Item(document, other), Uses(document, stage, other)))
            .Where(call => call.FromRanges.Length > 0)];

    /// <summary>Where a stage ends: before the next one.</summary>
    internal static TextSpan SpanOf(Stage stage) =>
        TextSpan.FromBounds(stage.From.Span.Start, stage.Steps is [.., var last] ? last.Instruction.Span.End : stage.From.Span.End);

    private static TextRange[] Uses(OpenDocument document, Stage user, Stage used) =>
        [.. document.Symbols.Of(StageNames.Of(used)).Where(place => place.Stage == user.Index && !place.IsDeclaration)
            .Select(place => document.Positions.RangeOf(place.Span))];

    private static (OpenDocument Document, Stage Stage)? Find(CallsParams parameters, RequestScope scope)
    {
        if (scope.Dockerfile(parameters.Item.Uri) is not { } document)
        {
            return null;
        }

        var offset = document.Positions.OffsetOf(parameters.Item.SelectionRange.Start);
        return document.Dockerfile.Model.Stages.FirstOrDefault(stage => stage.From.Span.Contains(offset)) is { } stage
            ? (document, stage) : null;
    }

    private static CallItem Item(OpenDocument document, Stage stage) => new(
        StageNames.Of(stage).Name, StageKind, stage.Base.Text is { } text ? $"FROM {VisibleText.Escape(text)}" : null, document.Uri,
        document.Positions.RangeOf(SpanOf(stage)), document.Positions.RangeOf((stage.From.StageName ?? stage.From.Image).Span));
}
