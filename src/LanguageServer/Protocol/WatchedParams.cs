namespace Dockerlint.LanguageServer.Protocol;

/// <summary>Files that changed.</summary>
internal sealed record WatchedParams(FileEvent[] Changes);
