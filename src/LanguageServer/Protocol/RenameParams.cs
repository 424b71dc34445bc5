namespace Dockerlint.LanguageServer.Protocol;

/// <summary>A name to give to what stands at a place.</summary>
internal sealed record RenameParams(DocumentName TextDocument, Position Position, string NewName);
