namespace Dockerlint.LanguageServer.Protocol;

/// <summary>A stage.</summary>
internal sealed record CallItem(string Name, int Kind, string? Detail, string Uri, TextRange Range, TextRange SelectionRange);
