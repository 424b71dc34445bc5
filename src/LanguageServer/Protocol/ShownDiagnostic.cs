namespace Dockerlint.LanguageServer.Protocol;

/// <summary>A finding as a client gets it.</summary>
internal sealed record ShownDiagnostic(
    TextRange Range, int Severity, string? Code, CodeLink? CodeDescription, string Source, string Message, int[]? Tags,
    RelatedPlace[]? RelatedInformation, FindingData? Data);
