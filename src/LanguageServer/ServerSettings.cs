using System.Text.Json;
using Dockerlint.Linting;
using Dockerlint.Linting.Config;
using Dockerlint.Rules;

namespace Dockerlint.LanguageServer;

/// <summary>What the client's settings say: a configuration file, and keys as they stand in one.</summary>
/// <param name="ConfigFile">The configuration file; null to look for one.</param>
/// <param name="Layer">The keys; null when there are none, or they are wrong.</param>
/// <param name="Errors">What is wrong with them.</param>
/// <param name="HasCacheLenses">Whether what the cache does is shown.</param>
internal sealed record ServerSettings(
    string? ConfigFile, ConfigLayer? Layer, IReadOnlyList<ConfigError> Errors, bool HasCacheLenses)
{
    /// <summary>Nothing is said.</summary>
    internal static ServerSettings None { get; } = new(null, null, [], true);

    /// <summary>Reads settings, with or without the section's own name around them.</summary>
    /// <param name="said">What the client says.</param>
    /// <param name="others">The rules of other commands, which a configuration may speak of.</param>
    internal static ServerSettings Read(JsonElement? said, IEnumerable<RuleInfo> others)
    {
        if (said is not { ValueKind: JsonValueKind.Object } settings)
        {
            return None;
        }

        settings = settings.TryGetProperty("dockerlint", out var section) && section.ValueKind == JsonValueKind.Object ? section : settings;
        var errors = new List<ConfigError>();

        // What is valid JSON is valid YAML, so the keys are read, and checked, by the reader of the files.
        var layer = settings.TryGetProperty("configuration", out var keys) && keys.ValueKind == JsonValueKind.Object
            && keys.EnumerateObject().Any()
            ? ConfigReader.Read(
                keys.GetRawText(), "dockerlint.configuration", [.. RuleCatalog.All.Select(rule => rule.Info), .. others], errors)
            : null;
        var file = settings.TryGetProperty("configFile", out var path) && path.ValueKind == JsonValueKind.String ? path.GetString() : null;
        var hasLenses = !(settings.TryGetProperty("cacheLenses", out var lenses) && lenses.ValueKind == JsonValueKind.False);
        return new ServerSettings(string.IsNullOrEmpty(file) ? null : file, errors.Count > 0 ? null : layer, errors, hasLenses);
    }
}
