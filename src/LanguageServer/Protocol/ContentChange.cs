namespace Dockerlint.LanguageServer.Protocol;

/// <summary>A change of a document: of a part, or of all of it where no range is given.</summary>
internal sealed record ContentChange(string Text, TextRange? Range = null);
