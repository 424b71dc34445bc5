namespace Dockerlint.LanguageServer.Protocol;

/// <summary>A remark above a line.</summary>
internal sealed record CodeLens(TextRange Range, Command? Command);
