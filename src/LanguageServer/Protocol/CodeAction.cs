namespace Dockerlint.LanguageServer.Protocol;

/// <summary>Something that can be done.</summary>
internal sealed record CodeAction(
    string Title, string Kind, ShownDiagnostic[]? Diagnostics, bool? IsPreferred, WorkspaceEdit? Edit, Command? Command = null);
