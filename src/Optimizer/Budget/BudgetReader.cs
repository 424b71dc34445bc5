using System.Globalization;
using Dockerlint.Linting.Config;
using Dockerlint.Semantics.Context;

namespace Dockerlint.Optimizer;

/// <summary>Reads a budget file; whatever it cannot use is an error with its place.</summary>
public sealed class BudgetReader
{
    private readonly string _path;
    private readonly ICollection<ConfigError> _errors;

    private BudgetReader(string path, ICollection<ConfigError> errors) => (_path, _errors) = (path, errors);

    /// <summary>The entries of a file, in order.</summary>
    /// <param name="text">The file.</param>
    /// <param name="path">Its path, for messages.</param>
    /// <param name="errors">Where errors go.</param>
    public static IReadOnlyList<CacheBudget> Read(string text, string path, ICollection<ConfigError> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        var reader = new BudgetReader(path, errors);
        var root = ConfigYaml.Read(text, path, errors);
        if (errors.Count > 0)
        {
            return [];
        }

        if (root is not ConfigMapping { Entries: [({ Text: "budget" }, ConfigSequence { Items.Count: > 0 } list)] })
        {
            var place = root is ConfigMapping mapping ? mapping.Entries.Select(entry => entry.Key)
                .FirstOrDefault(key => key.Text != "budget") ?? root : root;
            errors.Add(new ConfigError(path, place?.Line ?? 1, place?.Column ?? 1, "a budget file has the key budget with a list, and "
                + "nothing else"));
            return [];
        }

        return [.. list.Items.Select(reader.Entry).OfType<CacheBudget>()];
    }

    private CacheBudget? Entry(ConfigNode node)
    {
        if (node is not ConfigMapping mapping)
        {
            Fail(node, $"an entry of a budget is a mapping, not {node.Kind}");
            return null;
        }

        var change = new List<(string Text, ConfigScalar Node)>();
        var except = new List<(string Text, ConfigScalar Node)>();
        var arguments = new List<(string Text, ConfigScalar Node)>();
        var budget = new CacheBudget(mapping.Line, [], IgnoreRules.None, []) { Column = mapping.Column };
        foreach (var (key, value) in mapping.Entries)
        {
            budget = key.Text switch
            {
                "name" => budget with { Name = Text(value) },
                "change" => Fill(change, value, budget),
                "except" => Fill(except, value, budget),
                "arg" => Fill(arguments, value, budget),
                "keep" => Keep(value, budget),
                "keep-stage" => budget with { KeepStage = Text(value) },
                "rebuild" => budget with
                {
                    MostSteps = value is ConfigScalar { Text: "nothing" } ? 0
                    : (int?)Number(value, "a number of steps, or nothing")
                },
                "seconds" => budget with { MostSeconds = Number(value, "a number of seconds") },
                _ => Unknown(key, budget),
            };
        }

        if (change.Count + arguments.Count == 0)
        {
            Fail(mapping, "an entry says with change or arg what changes");
        }

        if (budget is { KeepLine: null, KeepStage: null, KeepText: null, MostSteps: null, MostSeconds: null } && _errors.Count == 0)
        {
            Fail(mapping, "an entry says with keep, keep-stage, rebuild or seconds what is allowed");
        }

        return budget with
        {
            Change = [.. change.Select(item => item.Text)],
            Files = Rules(change, except),
            Arguments = [.. arguments.Select(item => item.Text)]
        };
    }

    private IgnoreRules Rules(List<(string Text, ConfigScalar Node)> change, List<(string Text, ConfigScalar Node)> except)
    {
        foreach (var (text, node) in change.Concat(except))
        {
            if (text.StartsWith('!') || text.Contains('\n', StringComparison.Ordinal)
                || IgnoreRules.Parse(text) is not { Problems.IsEmpty: true, Patterns.IsEmpty: false })
            {
                Fail(node, $"{text} is not a pattern of paths");
            }
        }

        return IgnoreRules.Parse(string.Join('\n', [.. change.Select(item => item.Text), .. except.Select(item => "!" + item.Text)]));
    }

    private CacheBudget Keep(ConfigNode value, CacheBudget budget)
    {
        if (Text(value) is not { } text)
        {
            return budget;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var line))
        {
            return budget with { KeepText = text };
        }

        if (line == 0)
        {
            Fail(value, "lines count from 1");
        }

        return budget with { KeepLine = line };
    }

    private CacheBudget Fill(List<(string Text, ConfigScalar Node)> list, ConfigNode value, CacheBudget budget)
    {
        foreach (var item in value is ConfigSequence sequence ? sequence.Items : [value])
        {
            if (Text(item) is { } text)
            {
                list.Add((text, (ConfigScalar)item));
            }
        }

        return budget;
    }

    private string? Text(ConfigNode node)
    {
        if (node is ConfigScalar { IsNull: false, Text.Length: > 0 } scalar)
        {
            return scalar.Text;
        }

        Fail(node, $"expected a text, not {node.Kind}");
        return null;
    }

    private double? Number(ConfigNode node, string expected)
    {
        if (node is ConfigScalar scalar
            && double.TryParse(scalar.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && (expected.Contains("seconds", StringComparison.Ordinal) || number == Math.Floor(number)))
        {
            return number;
        }

        Fail(node, $"expected {expected}");
        return null;
    }

    private CacheBudget Unknown(ConfigScalar key, CacheBudget budget)
    {
        Fail(key, $"an entry of a budget has no key {key.Text}; the keys are name, change, except, arg, keep, keep-stage, rebuild and "
            + "seconds");
        return budget;
    }

    private void Fail(ConfigNode node, string message) => _errors.Add(new ConfigError(_path, node.Line, node.Column, message));
}
