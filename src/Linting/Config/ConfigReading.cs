using Dockerlint.Text;

namespace Dockerlint.Linting.Config;

/// <summary>Reads values of one configuration file and gathers what is wrong with them.</summary>
internal sealed class ConfigReading(string path, IReadOnlyList<RuleInfo> rules)
{
    private readonly List<RuleInfo> _rules = [.. rules];

    private static readonly string[] s_true = ["true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON", "y", "Y"];
    private static readonly string[] s_false = ["false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF", "n", "N"];

    internal List<ConfigError> Errors { get; } = [];

    internal IReadOnlyList<RuleInfo> Rules => _rules;

    /// <summary>Whether the file builds on others, which may have rules of their own.</summary>
    internal bool Extends { get; init; }

    /// <summary>Makes a rule known that the file itself states.</summary>
    internal void Know(RuleInfo rule) => _rules.Add(rule);

    internal ConfigOrigin Origin(ConfigNode node) => new(path, node.Line, node.Column);

    internal Setting<T> Setting<T>(T value, ConfigNode node) => new(value, Origin(node));

    internal void Error(ConfigNode node, string message) => Errors.Add(new ConfigError(path, node.Line, node.Column, message));

    /// <summary>Says that a name is none of some, and which one may have been meant.</summary>
    internal void Unknown(ConfigNode node, string what, string name, IReadOnlyCollection<string> names, string where = "")
    {
        var hint = Spelling.Nearest(name, names) is { } nearest ? $", did you mean {nearest}?" : names.Count <= 12
            ? $"; there are {string.Join(", ", names)}" : "";
        Error(node, $"unknown {what} {name}{where}{hint}");
    }

    internal string? Text(ConfigNode node, string key)
    {
        if (node is ConfigScalar { IsNull: false } scalar)
        {
            return scalar.Text;
        }

        Error(node, $"{key} takes a single value, not {node.Kind}");
        return null;
    }

    internal bool? Bool(ConfigNode node, string key)
    {
        if (node is ConfigScalar { IsPlain: true } scalar)
        {
            if (s_true.Contains(scalar.Text))
            {
                return true;
            }

            if (s_false.Contains(scalar.Text))
            {
                return false;
            }
        }

        Error(node, $"{key} takes true or false");
        return null;
    }

    internal int? Number(ConfigNode node, string key)
    {
        if (node is ConfigScalar { IsPlain: true } scalar
            && int.TryParse(scalar.Text, System.Globalization.NumberStyles.AllowLeadingSign,
                System.Globalization.CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Error(node, $"{key} takes a whole number");
        return null;
    }

    /// <summary>A list of texts; one text alone is a list of one.</summary>
    internal IEnumerable<(string Text, ConfigNode Node)> List(ConfigNode node, string key)
    {
        if (node is ConfigMapping)
        {
            Error(node, $"{key} takes a list, not a mapping");
            return [];
        }

        if (node is ConfigScalar { IsNull: true })
        {
            return [];
        }

        var items = node is ConfigSequence list ? list.Items : [node];
        return [.. items.Select(item => (Text: Text(item, key), Node: item)).Where(item => item.Text is not null)
            .Select(item => (item.Text!, item.Node))];
    }

    /// <summary>A list of output formats; a name that is none is an error.</summary>
    internal IEnumerable<Setting<string>> Formats(ConfigNode node, string key)
    {
        foreach (var (text, item) in List(node, key))
        {
            if (ConfigNames.Formats.Contains(text))
            {
                yield return Setting(text, item);
            }
            else
            {
                Unknown(item, "format", text, ConfigNames.Formats);
            }
        }
    }

    internal IReadOnlyList<(ConfigScalar Key, ConfigNode Value)> Mapping(ConfigNode node, string key)
    {
        if (node is ConfigMapping mapping)
        {
            return mapping.Entries;
        }

        if (node is not ConfigScalar { IsNull: true })
        {
            Error(node, $"{key} takes a mapping, not {node.Kind}");
        }

        return [];
    }

    internal T? Choice<T>(ConfigNode node, string key, IReadOnlyDictionary<string, T> choices, string? holder = null)
        where T : struct => Name(node, key, choices.Keys, holder) is { } name ? choices[name] : null;

    internal string? Name(ConfigNode node, string key, IEnumerable<string> names, string? holder = null)
    {
        if (Text(node, key) is not { } text)
        {
            return null;
        }

        if (names.Contains(text))
        {
            return text;
        }

        Unknown(node, key, text, [.. names], holder is null ? "" : $" for {holder}");
        return null;
    }

    /// <summary>Whether a selector names at least one rule.</summary>
    internal bool IsSelector(string text, ConfigNode node, string key)
    {
        if (RuleSelector.Selects(text, _rules) || (Extends && Custom.CustomRuleSpec.IsCode(text)))
        {
            return true;
        }

        Unknown(node, "rule", text, RuleSelector.Names(_rules), $" in {key}");
        return false;
    }
}
