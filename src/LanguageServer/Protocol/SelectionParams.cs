namespace Dockerlint.LanguageServer.Protocol;

/// <summary>Places to widen.</summary>
internal sealed record SelectionParams(DocumentName TextDocument, Position[] Positions);
