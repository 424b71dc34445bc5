namespace Dockerlint.LanguageServer.Protocol;

/// <summary>A character that was typed.</summary>
internal sealed record OnTypeParams(DocumentName TextDocument, Position Position, string Ch);
