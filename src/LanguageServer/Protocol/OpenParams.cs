namespace Dockerlint.LanguageServer.Protocol;

/// <summary>What is told of a document that is opened.</summary>
internal sealed record OpenParams(DocumentText TextDocument);
