namespace Dockerlint.LanguageServer.Protocol;

/// <summary>A stage whose uses are asked for.</summary>
internal sealed record CallsParams(CallItem Item);
