namespace Dockerlint.LanguageServer.Protocol;

/// <summary>A stage that uses another.</summary>
internal sealed record IncomingCall(CallItem From, TextRange[] FromRanges);
