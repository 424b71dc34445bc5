namespace Dockerlint.Linting.Config;

/// <summary>Reads the key <c>rules</c>: selectors, each with a severity or with a mapping of severity and options.</summary>
internal static class ConfigRuleTable
{
    internal static ConfigLayer Apply(ConfigLayer layer, ConfigNode node, ConfigReading reading)
    {
        foreach (var (key, value) in reading.Mapping(node, "rules"))
        {
            if (!reading.IsSelector(key.Text, key, "rules"))
            {
                continue;
            }

            if (value is not ConfigMapping mapping)
            {
                layer = WithSeverity(layer, key, value, reading);
                continue;
            }

            foreach (var (name, setting) in mapping.Entries)
            {
                layer = name.Text == "severity" ? WithSeverity(layer, key, setting, reading)
                    : WithOption(layer, key, name, setting, reading);
            }
        }

        return layer;
    }

    private static ConfigLayer WithSeverity(ConfigLayer layer, ConfigScalar key, ConfigNode value, ConfigReading reading) =>
        reading.Choice(value, "severity", ConfigNames.Severities, key.Text) is { } severity
            ? layer with { Severities = layer.Severities.Add(reading.Setting((key.Text, severity), key)) }
            : layer;

    private static ConfigLayer WithOption(ConfigLayer layer, ConfigScalar key, ConfigScalar name, ConfigNode value, ConfigReading reading)
    {
        var rules = reading.Rules.Where(rule => RuleSelector.Matches(key.Text, rule)).ToList();
        var holders = rules.Where(rule => rule.Options.Any(option => option.Name == name.Text)).ToList();
        if (holders.Count == 0)
        {
            reading.Unknown(name, $"option of {key.Text}", name.Text,
                [.. rules.SelectMany(rule => rule.Options).Select(option => option.Name).Append("severity").Distinct()]);
            return layer;
        }

        foreach (var rule in holders)
        {
            var option = rule.Options.First(option => option.Name == name.Text);
            if (Value(option, value, reading) is { } read)
            {
                layer = layer with { Options = layer.Options.Add(reading.Setting((rule.Id, option.Name, read), name)) };
            }
        }

        return layer;
    }

    private static object? Value(RuleOption option, ConfigNode node, ConfigReading reading) => option.DefaultValue switch
    {
        bool => reading.Bool(node, option.Name),
        int => reading.Number(node, option.Name),
        string => reading.Text(node, option.Name),
        IReadOnlyList<string> => (IReadOnlyList<string>)[.. reading.List(node, option.Name).Select(item => item.Text)],
        _ => throw new InvalidOperationException($"option {option.Name} has a type that no configuration can hold"),
    };
}
