namespace Dockerlint.LanguageServer.Protocol;

/// <summary>A part and the next wider one.</summary>
internal sealed record SelectionRange(TextRange Range, SelectionRange? Parent);
