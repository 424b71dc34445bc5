namespace Dockerlint.LanguageServer.Protocol;

/// <summary>Folders that were opened and closed.</summary>
internal sealed record FolderChange(WorkspaceFolder[] Added, WorkspaceFolder[] Removed);
