namespace Dockerlint.LanguageServer.Protocol;

/// <summary>What code actions are wanted.</summary>
internal sealed record CodeActionContext(string[]? Only = null);
