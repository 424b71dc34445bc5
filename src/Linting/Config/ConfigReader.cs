namespace Dockerlint.Linting.Config;

/// <summary>Reads our own configuration file, <c>.dockerlint.yaml</c>. Whatever is wrong in it is told; nothing is passed over.</summary>
public static class ConfigReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="path">Its path, for messages and origins.</param>
    /// <param name="rules">The rules there are.</param>
    /// <param name="errors">What is wrong; the layer must not be used when there is any.</param>
    public static ConfigLayer Read(string text, string path, IReadOnlyList<RuleInfo> rules, ICollection<ConfigError> errors)
    {
        var found = new List<ConfigError>();
        var root = ConfigYaml.Read(text, path, found);
        var reading = new ConfigReading(path, rules) { Extends = (root as ConfigMapping)?.Find("extends") is not null };
        var layer = ConfigLayer.Empty;
        if (root is ConfigMapping mapping)
        {
            layer = ReadKeys(mapping, ConfigKeys.All, reading);
        }
        else if (root is not (null or ConfigScalar { IsNull: true }))
        {
            reading.Error(root, $"the configuration is a mapping, not {root.Kind}");
        }

        foreach (var error in found.Concat(reading.Errors))
        {
            errors.Add(error);
        }

        return layer with { IsOurs = true };
    }

    internal static ConfigLayer ReadKeys(ConfigMapping mapping, IReadOnlyList<ConfigKey> keys, ConfigReading reading)
    {
        var layer = ConfigLayer.Empty;

        // Rules that the file states itself come first: the rest may name them.
        foreach (var (name, value) in mapping.Entries.OrderBy(entry => entry.Key.Text != ConfigCustomRuleTable.Key))
        {
            if (keys.FirstOrDefault(key => key.Name == name.Text) is { } known)
            {
                layer = known.Apply(layer, value, reading);
            }
            else if (ConfigKeys.All.Any(key => key.Name == name.Text))
            {
                reading.Error(name, $"{name.Text} speaks of the whole run and cannot stand in an override");
            }
            else if (HadolintConfigReader.IsOwn(name.Text))
            {
                reading.Error(name, $"unknown key {name.Text}: it is one of hadolint's; 'dockerlint migrate' writes its configuration as ours");
            }
            else
            {
                reading.Unknown(name, "key", name.Text, [.. keys.Select(key => key.Name)]);
            }
        }

        return layer;
    }
}
