namespace Dockerlint.LanguageServer.Protocol;

/// <summary>A use of what stands at a place.</summary>
internal sealed record Highlight(TextRange Range, int Kind);
