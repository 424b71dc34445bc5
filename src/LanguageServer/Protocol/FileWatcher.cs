namespace Dockerlint.LanguageServer.Protocol;

/// <summary>Files to watch.</summary>
internal sealed record FileWatcher(string GlobPattern);
