namespace Dockerlint.LanguageServer.Protocol;

/// <summary>Sections of the settings.</summary>
internal sealed record ConfigurationParams(ConfigurationItem[] Items);
