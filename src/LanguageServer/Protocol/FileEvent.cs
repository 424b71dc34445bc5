namespace Dockerlint.LanguageServer.Protocol;

/// <summary>A file that changed.</summary>
internal sealed record FileEvent(string Uri, int Type);
