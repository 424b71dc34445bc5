namespace Dockerlint.LanguageServer.Protocol;

/// <summary>Whether declarations are wanted, too.</summary>
internal sealed record ReferenceContext(bool IncludeDeclaration);
