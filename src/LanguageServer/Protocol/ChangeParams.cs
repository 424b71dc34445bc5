namespace Dockerlint.LanguageServer.Protocol;

/// <summary>What is told of a changed document.</summary>
internal sealed record ChangeParams(VersionedName TextDocument, ContentChange[] ContentChanges);
