namespace Dockerlint.LanguageServer.Protocol;

/// <summary>A section of the settings.</summary>
internal sealed record ConfigurationItem(string Section);
