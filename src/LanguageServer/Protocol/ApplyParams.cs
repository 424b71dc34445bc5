namespace Dockerlint.LanguageServer.Protocol;

/// <summary>Changes that the client is asked to make.</summary>
internal sealed record ApplyParams(string Label, WorkspaceEdit Edit);
