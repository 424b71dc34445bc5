namespace Dockerlint.LanguageServer.Protocol;

/// <summary>A place in a text.</summary>
internal sealed record Position(int Line, int Character);
