namespace Dockerlint.LanguageServer.Protocol;

/// <summary>A change of a text.</summary>
internal sealed record Replacement(TextRange Range, string NewText);
