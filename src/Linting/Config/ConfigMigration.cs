using System.Text;

namespace Dockerlint.Linting.Config;

/// <summary>Writes our configuration from hadolint's.</summary>
public static class ConfigMigration
{
    /// <summary>The text of a <c>.dockerlint.yaml</c> that says the same as a layer read from hadolint's configuration.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="rules">The rules there are; names of others become comments, since our configuration does not pass them over.</param>
    public static string Write(ConfigLayer layer, IReadOnlyList<RuleInfo> rules)
    {
        var unknown = layer.Ignore.Select(setting => setting.Value).Concat(layer.Severities.Select(setting => setting.Value.Selector))
            .Where(selector => !RuleSelector.Selects(selector, rules)).Distinct(StringComparer.Ordinal).ToList();
        layer = layer with
        {
            Ignore = [.. layer.Ignore.Where(setting => !unknown.Contains(setting.Value))],
            Severities = [.. layer.Severities.Where(setting => !unknown.Contains(setting.Value.Selector))],
        };

        var text = new StringBuilder();
        text.Append("edition: ").Append(ConfigKeys.FirstEdition).Append('\n');
        text.Append("profile: hadolint # hadolint's rules and verdicts; 'default' reports more and is wrong less often\n");
        if (unknown.Count > 0)
        {
            text.Append("# left out, there are no such rules: ").AppendJoin(", ", unknown.Select(Quote)).Append('\n');
        }

        Scalar(text, "failure-threshold", layer.FailureThreshold is { } threshold ? Name(threshold.Value) : null);
        List(text, "formats", layer.Formats);
        List(text, "ignore", layer.Ignore);
        if (layer.Severities.Length > 0)
        {
            text.Append("rules:\n");
            foreach (var setting in layer.Severities.OrderByDescending(setting => setting.Value.Severity)
                .GroupBy(setting => setting.Value.Selector).Select(group => group.Last())
                    .OrderBy(setting => setting.Value.Selector, StringComparer.Ordinal))
            {
                text.Append("  ").Append(Quote(setting.Value.Selector)).Append(": ").Append(Name(setting.Value.Severity)).Append('\n');
            }
        }

        List(text, "trusted-registries", layer.TrustedRegistries);
        if (layer.LabelSchema.Length > 0)
        {
            text.Append("label-schema:\n");
            foreach (var label in layer.LabelSchema)
            {
                text.Append("  ").Append(Quote(label.Value.Label)).Append(": ")
                    .Append(ConfigNames.LabelForms.First(form => form.Value == label.Value.Form).Key).Append('\n');
            }
        }

        Scalar(text, "strict-labels", Flag(layer.StrictLabels));
        Scalar(text, "disable-ignore-pragma", Flag(layer.DisableIgnorePragma));
        Scalar(text, "no-fail", Flag(layer.NoFail));
        Scalar(text, "no-color", Flag(layer.NoColor));
        return text.ToString();
    }

    private static string? Flag(Setting<bool>? setting) => setting is null ? null : setting.Value ? "true" : "false";

    private static string Name(Severity severity) => severity.ToString().ToLowerInvariant();

    private static void Scalar(StringBuilder text, string key, string? value)
    {
        if (value is not null)
        {
            text.Append(key).Append(": ").Append(value).Append('\n');
        }
    }

    private static void List(StringBuilder text, string key, IReadOnlyCollection<Setting<string>> values)
    {
        if (values.Count > 0)
        {
            text.Append(key).Append(":\n");
            foreach (var value in values)
            {
                text.Append("  - ").Append(Quote(value.Value)).Append('\n');
            }
        }
    }

    // Plain words stay plain; anything else is a double-quoted scalar, whose escapes are those of JSON.
    private static string Quote(string value) =>
        value.Length > 0 && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '/') && char.IsAsciiLetter(value[0])
            ? value
            : "\"" + System.Text.Json.JsonEncodedText.Encode(value) + "\"";
}
