namespace Dockerlint.LanguageServer.Protocol;

/// <summary>A part that leads elsewhere.</summary>
internal sealed record DocumentLink(TextRange Range, string Target, string? Tooltip);
