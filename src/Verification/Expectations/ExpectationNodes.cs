using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Dockerlint.Linting.Config;

namespace Dockerlint.Verification;

/// <summary>Reads the values of expectations and gathers what is wrong with them.</summary>
internal sealed class ExpectationNodes(string path, ICollection<ConfigError> errors)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    internal void Error(ConfigNode node, string message) => errors.Add(new ConfigError(path, node.Line, node.Column, message));

    /// <summary>The mappings of a list; a mapping alone is a list of one.</summary>
    internal IEnumerable<ConfigMapping> Mappings(ConfigNode? node, string what)
    {
        if (node is null or ConfigScalar { IsNull: true })
        {
            yield break;
        }

        foreach (var item in node is ConfigSequence list ? list.Items : [node])
        {
            if (item is ConfigMapping mapping)
            {
                yield return mapping;
            }
            else
            {
                Error(item, $"{what} takes mappings, not {item.Kind}");
            }
        }
    }

    internal string? Text(ConfigNode? node, string key)
    {
        if (node is null)
        {
            return null;
        }

        if (node is ConfigScalar scalar)
        {
            return scalar.IsNull ? "" : scalar.Text;
        }

        Error(node, $"{key} takes a single value, not {node.Kind}");
        return null;
    }

    internal bool? Bool(ConfigNode? node, string key) => Text(node, key) switch
    {
        null => null,
        "true" or "True" or "TRUE" or "yes" or "on" => true,
        "false" or "False" or "FALSE" or "no" or "off" => false,
        _ => Wrong<bool>(node!, $"{key} takes true or false"),
    };

    internal long? Number(ConfigNode? node, string key) => Text(node, key) is not { } text ? null
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : Wrong<long>(node!, $"{key} takes a whole number, not {text}");

    internal ImmutableArray<string> Texts(ConfigNode? node, string key) => node switch
    {
        null or ConfigScalar { IsNull: true } => [],
        ConfigSequence list => [.. list.Items.Select(item => Text(item, key)).OfType<string>()],
        _ => Text(node, key) is { } text ? [text] : [],
    };

    internal ImmutableArray<Regex> Patterns(ConfigNode? node, string key) =>
        [.. Texts(node, key).Select(text => Pattern(text, node!, key)).OfType<Regex>()];

    internal Regex? Pattern(string text, ConfigNode node, string key)
    {
        try
        {
            return Compile(text);
        }
        catch (ArgumentException exception)
        {
            Error(node, $"{key} is no regular expression: {exception.Message}");
            return null;
        }
    }

    // Without backtracking where it can be, as in Go; what needs it has a limit of time.
    private static Regex Compile(string text)
    {
        try
        {
            return new Regex(text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, s_patience);
        }
        catch (NotSupportedException)
        {
            return new Regex(text, RegexOptions.CultureInvariant, s_patience);
        }
    }

    internal void Known(ConfigMapping mapping, string what, params string[] keys)
    {
        foreach (var (key, _) in mapping.Entries.Where(entry => !keys.Contains(entry.Key.Text)))
        {
            Error(key, $"{what} has no {key.Text}; it has {string.Join(", ", keys)}");
        }
    }

    private T? Wrong<T>(ConfigNode node, string message)
        where T : struct
    {
        Error(node, message);
        return null;
    }
}
