namespace Dockerlint.LanguageServer.Protocol;

/// <summary>A document whose findings are asked for.</summary>
internal sealed record DiagnosticParams(DocumentName TextDocument, string? PreviousResultId = null);
