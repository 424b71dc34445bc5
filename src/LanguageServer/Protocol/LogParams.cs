namespace Dockerlint.LanguageServer.Protocol;

/// <summary>Something to write into the log.</summary>
internal sealed record LogParams(int Type, string Message);
