namespace Dockerlint.LanguageServer.Protocol;

/// <summary>Changes of several documents.</summary>
internal sealed record WorkspaceEdit(Dictionary<string, Replacement[]>? Changes, DocumentChange[]? DocumentChanges = null);
