namespace Dockerlint.LanguageServer.Protocol;

/// <summary>A part of a document to act on.</summary>
internal sealed record CodeActionParams(DocumentName TextDocument, TextRange Range, CodeActionContext? Context = null);
