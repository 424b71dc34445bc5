namespace Dockerlint.LanguageServer.Protocol;

/// <summary>Coloured parts, five numbers each.</summary>
internal sealed record SemanticTokens(int[] Data);
