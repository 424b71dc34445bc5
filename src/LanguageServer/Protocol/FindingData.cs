namespace Dockerlint.LanguageServer.Protocol;

/// <summary>What a client keeps with a finding.</summary>
internal sealed record FindingData(string? Name, string Confidence, int Fixes);
