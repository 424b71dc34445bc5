namespace Dockerlint.LanguageServer.Protocol;

/// <summary>Parameters about a document.</summary>
internal sealed record DocumentParams(DocumentName TextDocument);
