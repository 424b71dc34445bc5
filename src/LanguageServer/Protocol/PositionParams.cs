namespace Dockerlint.LanguageServer.Protocol;

/// <summary>Parameters about a place in a document.</summary>
internal sealed record PositionParams(DocumentName TextDocument, Position Position);
