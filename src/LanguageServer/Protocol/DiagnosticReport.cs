namespace Dockerlint.LanguageServer.Protocol;

/// <summary>The answer to a question for findings.</summary>
internal sealed record DiagnosticReport(string Kind, string ResultId, ShownDiagnostic[]? Items);
