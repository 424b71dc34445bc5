namespace Dockerlint.LanguageServer.Protocol;

/// <summary>Something that a document declares.</summary>
internal sealed record DocumentSymbol(
    string Name, string? Detail, int Kind, TextRange Range, TextRange SelectionRange, DocumentSymbol[]? Children);
