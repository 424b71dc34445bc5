namespace Dockerlint.LanguageServer.Protocol;

/// <summary>All files to watch.</summary>
internal sealed record WatchOptions(FileWatcher[] Watchers);
