namespace Dockerlint.Linting.Config;

/// <summary>
/// Reads hadolint's environment variables. What hadolint passes over in them (an unknown level or label form) is passed over too.
/// </summary>
public static class HadolintEnvironment
{
    private static readonly string[] s_true = ["1", "y", "on", "true", "yes"];

    /// <summary>The layer of the environment: the weakest but for the defaults.</summary>
    /// <param name="variable">The value of a variable, or null when it is not set.</param>
    public static ConfigLayer Read(Func<string, string?> variable)
    {
        var layer = new ConfigLayer
        {
            FailureThreshold = Choice(variable, "HADOLINT_FAILURE_THRESHOLD", ConfigNames.Severities),
            Formats = [.. List(variable, "HADOLINT_FORMAT")],
            Ignore = [.. List(variable, "HADOLINT_IGNORE")],
            TrustedRegistries = [.. List(variable, "HADOLINT_TRUSTED_REGISTRIES")],
            LabelSchema = [.. Labels(variable, "HADOLINT_REQUIRE_LABELS")],
            StrictLabels = Flag(variable, "HADOLINT_STRICT_LABELS"),
            DisableIgnorePragma = Flag(variable, "HADOLINT_DISABLE_IGNORE_PRAGMA"),
            NoFail = Flag(variable, "HADOLINT_NOFAIL"),
            Verbose = Flag(variable, "HADOLINT_VERBOSE"),
            NoColor = variable("NO_COLOR") is not null ? new Setting<bool>(true, new ConfigOrigin("NO_COLOR")) : null,
        };
        foreach (var (suffix, severity) in new[] { ("ERROR", Severity.Error), ("WARNING", Severity.Warning), ("INFO", Severity.Info),
            ("STYLE", Severity.Style) })
        {
            layer = layer with
            {
                Severities = layer.Severities.AddRange(
                    List(variable, "HADOLINT_OVERRIDE_" + suffix)
                        .Select(code => new Setting<(string, Severity)>((code.Value, severity), code.Origin))),
            };
        }

        return layer;
    }

    private static IEnumerable<Setting<string>> List(Func<string, string?> variable, string name) =>
        (variable(name) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(text => new Setting<string>(text, new ConfigOrigin(name)));

    private static IEnumerable<Setting<(string, LabelForm)>> Labels(Func<string, string?> variable, string name)
    {
        foreach (var entry in List(variable, name))
        {
            var colon = entry.Value.LastIndexOf(':');
            var form = colon < 0 ? "" : entry.Value[(colon + 1)..];
            if (colon > 0 && ConfigNames.LabelForms.TryGetValue(form.Length == 0 ? "text" : form, out var known))
            {
                yield return new Setting<(string, LabelForm)>((entry.Value[..colon], known), entry.Origin);
            }
        }
    }

    private static Setting<bool>? Flag(Func<string, string?> variable, string name) => variable(name) is { } text
        ? new Setting<bool>(s_true.Contains(text.ToLowerInvariant()), new ConfigOrigin(name))
        : null;

    private static Setting<T>? Choice<T>(Func<string, string?> variable, string name, IReadOnlyDictionary<string, T> choices)
        where T : struct =>
            variable(name) is { } text && choices.TryGetValue(text, out var value) ? new Setting<T>(value, new ConfigOrigin(name)) : null;
}
