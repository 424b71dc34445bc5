namespace Dockerlint.LanguageServer.Protocol;

/// <summary>A change of a document, or a file that is made: then it has a kind.</summary>
internal sealed record DocumentChange(
    string? Kind, string? Uri, CreationOptions? Options, VersionedName? TextDocument, Replacement[]? Edits);
