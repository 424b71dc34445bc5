using System.Text.Json;

namespace Dockerlint.LanguageServer.Protocol;

/// <summary>Changed settings.</summary>
internal sealed record SettingsParams(JsonElement? Settings = null);
