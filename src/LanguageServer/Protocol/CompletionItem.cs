namespace Dockerlint.LanguageServer.Protocol;

/// <summary>Something that can be completed.</summary>
internal sealed record CompletionItem(
    string Label, int Kind, string? Detail, MarkupContent? Documentation, int? InsertTextFormat, Replacement? TextEdit,
    string? FilterText, string? SortText);
