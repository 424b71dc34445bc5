namespace Dockerlint.LanguageServer.Protocol;

/// <summary>Parameters about a part of a document.</summary>
internal sealed record RangeParams(DocumentName TextDocument, TextRange Range);
