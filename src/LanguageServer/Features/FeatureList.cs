using Dockerlint.LanguageServer.Protocol;

namespace Dockerlint.LanguageServer.Features;

/// <summary>The requests that are answered.</summary>
internal static class FeatureList
{
    internal static void Register(HandlerTable table, ServerState state, ServerHost host, CacheFeature cache)
    {
        var json = ProtocolJson.Default;
        table.Add("textDocument/diagnostic", json.DiagnosticParams, json.DiagnosticReport,
            (parameters, scope) => DiagnosticFeature.Report(parameters, scope, state.Settings));
        table.Add("textDocument/codeAction", json.CodeActionParams, json.CodeActionArray,
            (parameters, scope) => CodeActionFeature.Find(parameters, scope, cache));
        table.Add("textDocument/formatting", json.DocumentParams, json.ReplacementArray, FormattingFeature.Document);
        table.Add("textDocument/rangeFormatting", json.RangeParams, json.ReplacementArray, FormattingFeature.Range);
        table.Add("textDocument/onTypeFormatting", json.OnTypeParams, json.ReplacementArray, FormattingFeature.OnType);
        table.Add("textDocument/hover", json.PositionParams, json.Hover, HoverFeature.At);
        table.Add("textDocument/completion", json.PositionParams, json.CompletionList, CompletionFeature.At);
        table.Add("textDocument/signatureHelp", json.PositionParams, json.SignatureHelp, SignatureFeature.At);
        table.Add("textDocument/definition", json.PositionParams, json.LocationArray, NavigationFeature.Definition);
        table.Add("textDocument/references", json.ReferenceParams, json.LocationArray, NavigationFeature.References);
        table.Add("textDocument/documentHighlight", json.PositionParams, json.HighlightArray, NavigationFeature.Highlights);
        table.Add("textDocument/prepareRename", json.PositionParams, json.PlaceholderRange, RenameFeature.Prepare);
        table.Add("textDocument/rename", json.RenameParams, json.WorkspaceEdit, RenameFeature.Rename);
        table.Add("textDocument/linkedEditingRange", json.PositionParams, json.LinkedRanges, NavigationFeature.Linked);
        table.Add("textDocument/documentSymbol", json.DocumentParams, json.DocumentSymbolArray, OutlineFeature.Symbols);
        table.Add("textDocument/foldingRange", json.DocumentParams, json.FoldingRangeArray, OutlineFeature.Folds);
        table.Add("textDocument/selectionRange", json.SelectionParams, json.SelectionRangeArray, OutlineFeature.Selections);
        table.Add("textDocument/documentLink", json.DocumentParams, json.DocumentLinkArray, LinkFeature.Links);
        table.Add("textDocument/semanticTokens/full", json.DocumentParams, json.SemanticTokens, SemanticTokenFeature.Full);
        table.Add("textDocument/prepareCallHierarchy", json.PositionParams, json.CallItemArray, CallFeature.Prepare);
        table.Add("callHierarchy/incomingCalls", json.CallsParams, json.IncomingCallArray, CallFeature.Incoming);
        table.Add("callHierarchy/outgoingCalls", json.CallsParams, json.OutgoingCallArray, CallFeature.Outgoing);
        table.Add("textDocument/codeLens", json.DocumentParams, json.CodeLensArray, cache.Lenses);
        table.Add("textDocument/inlayHint", json.RangeParams, json.InlayHintArray, cache.Hints);
    }
}
