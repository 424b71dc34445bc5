namespace Dockerlint.LanguageServer.Protocol;

/// <summary>A part of a file.</summary>
internal sealed record Location(string Uri, TextRange Range);
