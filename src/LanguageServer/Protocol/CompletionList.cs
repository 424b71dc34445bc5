namespace Dockerlint.LanguageServer.Protocol;

/// <summary>What can be completed.</summary>
internal sealed record CompletionList(bool IsIncomplete, CompletionItem[] Items);
