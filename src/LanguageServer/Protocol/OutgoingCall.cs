namespace Dockerlint.LanguageServer.Protocol;

/// <summary>A stage that is used.</summary>
internal sealed record OutgoingCall(CallItem To, TextRange[] FromRanges);
