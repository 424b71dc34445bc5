using Dockerlint.Text;

namespace Dockerlint.Linting.Config;

/// <summary>
/// Reads hadolint's configuration file. Like hadolint it passes over keys it does not know; unlike hadolint a file that cannot be
/// read, or a value of the wrong kind, is an error and not a silent return to the defaults.
/// </summary>
public static class HadolintConfigReader
{
    // Keys that only hadolint has; the others mean the same in both.
    private static readonly string[] s_ownKeys = ["ignored", "override", "trustedRegistries", "format", "verbose"];

    /// <summary>Whether a key stands in hadolint's configuration and in no other.</summary>
    internal static bool IsOwn(string key) => s_ownKeys.Contains(key);

    private static readonly string[] s_keys =
        [.. s_ownKeys, "formats", "failure-threshold", "label-schema", "strict-labels", "disable-ignore-pragma", "no-fail", "no-color"];

    /// <summary>
    /// The keys in a file that hadolint does not have and passes over, each with its place and what it may have been meant to be.
    /// </summary>
    /// <param name="text">Its text.</param>
    /// <param name="path">Its path, for messages.</param>
    public static IReadOnlyList<ConfigError> UnknownKeys(string text, string path) =>
        ConfigYaml.Read(text, path, new List<ConfigError>()) is ConfigMapping mapping
        ?
        [
            .. mapping.Entries.Select(entry => entry.Key).Where(key => !s_keys.Contains(key.Text)).Select(key => new ConfigError(
                path, key.Line, key.Column, "hadolint has no key "
                    + $"{key.Text}{(Spelling.Nearest(key.Text, s_keys) is { } near ? $", did you mean {near}" : "")}; it is passed over")),
        ]
        : [];

    /// <summary>The codes in a file that name no rule, each with its place and what it may have been meant to be.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="path">Its path, for messages.</param>
    /// <param name="rules">The rules there are.</param>
    public static IReadOnlyList<ConfigError> UnknownCodes(string text, string path, IReadOnlyList<RuleInfo> rules)
    {
        if (ConfigYaml.Read(text, path, new List<ConfigError>()) is not ConfigMapping mapping)
        {
            return [];
        }

        var lists = mapping.Entries.Where(entry => entry.Key.Text == "ignored").Select(entry => entry.Value)
            .Concat(mapping.Entries.Where(entry => entry.Key.Text == "override").Select(entry => entry.Value).OfType<ConfigMapping>()
                .SelectMany(levels => levels.Entries).Select(level => level.Value));
        return
        [
            .. lists.OfType<ConfigSequence>().SelectMany(list => list.Items).OfType<ConfigScalar>()
                .Where(code => !code.IsNull && !RuleSelector.Selects(code.Text, rules) && code.Text != Linter.SyntaxErrorId)
                .Select(code => new ConfigError(path, code.Line, code.Column, $"no rule is called {code.Text}"
                    + $"{(Spelling.Nearest(code.Text, RuleSelector.Names(rules)) is { } near ? $", did you mean {near}" : "")}; "
                    + "it is passed over")),
        ];
    }

    /// <summary>Whether a file with a name of its own is hadolint's, by its keys.</summary>
    public static bool LooksLikeIt(string text) =>
        ConfigYaml.Read(text, "", new List<ConfigError>()) is ConfigMapping mapping
            && mapping.Entries.Any(entry => s_ownKeys.Contains(entry.Key.Text));

    /// <summary>Reads a file.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="path">Its path, for messages and origins.</param>
    /// <param name="errors">What is wrong; the layer must not be used when there is any.</param>
    public static ConfigLayer Read(string text, string path, ICollection<ConfigError> errors)
    {
        var found = new List<ConfigError>();
        var root = ConfigYaml.Read(text, path, found);
        var reading = new ConfigReading(path, []);
        var layer = ConfigLayer.Empty;
        if (root is ConfigMapping mapping)
        {
            foreach (var (key, value) in mapping.Entries)
            {
                layer = Apply(layer, key.Text, value, reading);
            }
        }
        else if (root is not (null or ConfigScalar { IsNull: true }))
        {
            reading.Error(root, $"the configuration is a mapping, not {root.Kind}");
        }

        foreach (var error in found.Concat(reading.Errors))
        {
            errors.Add(error);
        }

        return layer;
    }

    private static ConfigLayer Apply(ConfigLayer layer, string key, ConfigNode value, ConfigReading reading) => key switch
    {
        "failure-threshold" => layer with { FailureThreshold = Threshold(value, key, reading) ?? layer.FailureThreshold },
        "format" or "formats" => layer with { Formats = layer.Formats.AddRange(reading.Formats(value, key)) },
        "ignored" => layer with { Ignore = layer.Ignore.AddRange(Texts(value, key, reading)) },
        "override" => Override(layer, value, reading),
        "trustedRegistries" => layer with { TrustedRegistries = layer.TrustedRegistries.AddRange(Texts(value, key, reading)) },
        "label-schema" => LabelSchema(layer, value, reading),
        "strict-labels" => layer with { StrictLabels = Flag(value, key, reading) ?? layer.StrictLabels },
        "disable-ignore-pragma" => layer with { DisableIgnorePragma = Flag(value, key, reading) ?? layer.DisableIgnorePragma },
        "no-fail" => layer with { NoFail = Flag(value, key, reading) ?? layer.NoFail },
        "no-color" => layer with { NoColor = Flag(value, key, reading) ?? layer.NoColor },
        "verbose" => layer with { Verbose = Flag(value, key, reading) ?? layer.Verbose },
        _ => layer,
    };

    private static ConfigLayer Override(ConfigLayer layer, ConfigNode node, ConfigReading reading)
    {
        foreach (var (level, codes) in reading.Mapping(node, "override"))
        {
            if (level.Text is "error" or "warning" or "info" or "style")
            {
                var severity = ConfigNames.Severities[level.Text];
                layer = layer with
                {
                    Severities = layer.Severities.AddRange(
                        reading.List(codes, level.Text).Select(code => reading.Setting((code.Text, severity), code.Node))),
                };
            }
        }

        return layer;
    }

    private static ConfigLayer LabelSchema(ConfigLayer layer, ConfigNode node, ConfigReading reading)
    {
        foreach (var (label, form) in reading.Mapping(node, "label-schema"))
        {
            if (reading.Choice(form, "label form", ConfigNames.LabelForms, label.Text) is { } known)
            {
                layer = layer with { LabelSchema = layer.LabelSchema.Add(reading.Setting((label.Text, known), label)) };
            }
        }

        return layer;
    }

    private static Setting<Severity>? Threshold(ConfigNode node, string key, ConfigReading reading) =>
        reading.Choice(node, key, ConfigNames.Severities) is { } severity ? reading.Setting(severity, node) : null;

    private static Setting<bool>? Flag(ConfigNode node, string key, ConfigReading reading) =>
        reading.Bool(node, key) is { } value ? reading.Setting(value, node) : null;

    private static IEnumerable<Setting<string>> Texts(ConfigNode node, string key, ConfigReading reading) =>
        reading.List(node, key).Select(item => reading.Setting(item.Text, item.Node));
}
