namespace Dockerlint.LanguageServer.Protocol;

/// <summary>Parameters about parts of a document.</summary>
internal sealed record RangesParams(DocumentName TextDocument, TextRange[] Ranges);
