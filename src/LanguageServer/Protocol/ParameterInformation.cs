namespace Dockerlint.LanguageServer.Protocol;

/// <summary>A part of a signature.</summary>
internal sealed record ParameterInformation(string Label, MarkupContent? Documentation);
