namespace Dockerlint.LanguageServer.Protocol;

/// <summary>A folder that is open.</summary>
internal sealed record WorkspaceFolder(string Uri, string Name);
