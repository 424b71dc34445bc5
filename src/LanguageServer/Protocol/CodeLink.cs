namespace Dockerlint.LanguageServer.Protocol;

/// <summary>A page.</summary>
internal sealed record CodeLink(string Href);
