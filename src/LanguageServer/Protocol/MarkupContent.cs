namespace Dockerlint.LanguageServer.Protocol;

/// <summary>A text in Markdown, or without marks.</summary>
internal sealed record MarkupContent(string Kind, string Value);
