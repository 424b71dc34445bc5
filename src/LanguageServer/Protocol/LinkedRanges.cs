namespace Dockerlint.LanguageServer.Protocol;

/// <summary>Parts that change together.</summary>
internal sealed record LinkedRanges(TextRange[] Ranges, string? WordPattern);
