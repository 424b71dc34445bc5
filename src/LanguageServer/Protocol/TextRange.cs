namespace Dockerlint.LanguageServer.Protocol;

/// <summary>A part of a text; the end is not part of it.</summary>
internal sealed record TextRange(Position Start, Position End);
