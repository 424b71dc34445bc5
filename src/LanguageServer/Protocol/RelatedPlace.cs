namespace Dockerlint.LanguageServer.Protocol;

/// <summary>Another place that explains a finding.</summary>
internal sealed record RelatedPlace(Location Location, string Message);
