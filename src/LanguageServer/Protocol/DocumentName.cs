namespace Dockerlint.LanguageServer.Protocol;

/// <summary>A document by its address.</summary>
internal sealed record DocumentName(string Uri);
