namespace Dockerlint.LanguageServer.Protocol;

/// <summary>A change of the open folders.</summary>
internal sealed record FoldersParams(FolderChange Event);
