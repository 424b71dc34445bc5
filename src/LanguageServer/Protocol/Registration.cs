namespace Dockerlint.LanguageServer.Protocol;

/// <summary>Something the server wants to be told.</summary>
internal sealed record Registration(string Id, string Method, WatchOptions RegisterOptions);
