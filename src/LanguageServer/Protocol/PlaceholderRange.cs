namespace Dockerlint.LanguageServer.Protocol;

/// <summary>What is renamed.</summary>
internal sealed record PlaceholderRange(TextRange Range, string Placeholder);
