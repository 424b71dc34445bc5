namespace Dockerlint.LanguageServer.Protocol;

/// <summary>The form of an instruction.</summary>
internal sealed record SignatureInformation(string Label, MarkupContent? Documentation, ParameterInformation[] Parameters);
