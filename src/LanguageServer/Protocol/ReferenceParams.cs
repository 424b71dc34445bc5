namespace Dockerlint.LanguageServer.Protocol;

/// <summary>What stands at a place, to find all uses of.</summary>
internal sealed record ReferenceParams(DocumentName TextDocument, Position Position, ReferenceContext? Context = null);
