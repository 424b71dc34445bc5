namespace Dockerlint.LanguageServer.Protocol;

/// <summary>What is shown of what stands at a place.</summary>
internal sealed record Hover(MarkupContent Contents, TextRange? Range);
