namespace Dockerlint.LanguageServer.Protocol;

/// <summary>A document in one of its versions.</summary>
internal sealed record VersionedName(string Uri, int? Version);
