namespace Dockerlint.LanguageServer.Protocol;

/// <summary>The findings of a document.</summary>
internal sealed record PublishParams(string Uri, int? Version, ShownDiagnostic[] Diagnostics);
