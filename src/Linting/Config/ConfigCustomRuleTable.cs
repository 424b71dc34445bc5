using System.Collections.Immutable;
using Dockerlint.Linting.Custom;

namespace Dockerlint.Linting.Config;

/// <summary>Reads the key <c>custom-rules</c>: a list of mappings, each a rule.</summary>
internal static class ConfigCustomRuleTable
{
    internal const string Key = "custom-rules";

    private static readonly string[] s_required = ["code", "message"];

    /// <summary>What a rule says of itself, by key.</summary>
    internal static IReadOnlyList<(string Name, string Summary, ConfigShape Shape)> Facts { get; } =
    [
        ("code", "The code of the rule: capital letters and a number, such as ACME001.", ConfigShape.Text),
        ("name", "Its name, such as no-public-images; made of the code unless given.", ConfigShape.Text),
        ("message", "What is reported; {name} and {value} stand for what was found.", ConfigShape.Text),
        ("severity", "How grave it is; a warning unless given.",
            ConfigShape.OneOf([.. ConfigNames.Severities.Keys])),
        ("category", "What it is about; correctness unless given.", ConfigShape.OneOf([.. Categories.Keys])),
        ("summary", "What it finds, in one sentence; the message unless given.", ConfigShape.Text),
        ("why", "Why that matters.", ConfigShape.Text),
        ("remedy", "What to do about it.", ConfigShape.Text),
        ("url", "The address of a page about it.", ConfigShape.Text),
        ("stages", "The stages it looks at: patterns of names, final for those that make up the image, build for the others. "
            + "Where something is required, the final ones unless given; else all.", ConfigShape.Texts),
        ("replace", "What to write instead of what was found; a * stands for what a * of the pattern stands for.", ConfigShape.Text),
        ("safe", "Whether --fix may replace it unasked; else it takes --unsafe-fixes.", ConfigShape.Bool),
    ];

    /// <summary>What a rule demands, by key.</summary>
    internal static IReadOnlyDictionary<string, (CustomDemand Demand, string Summary)> Demands { get; } =
        new Dictionary<string, (CustomDemand, string)>(StringComparer.Ordinal)
        {
            ["forbid"] = (CustomDemand.Forbid, "What there must not be."),
            ["require"] = (CustomDemand.Require, "What there has to be, at least once."),
            ["allow"] = (CustomDemand.Allow, "What all of its kind have to be like; where more is said than the first key, "
                + "all that it names."),
        };

    private static Dictionary<string, Category> Categories =>
        Enum.GetValues<Category>().ToDictionary(category => category.ToString().ToLowerInvariant());

    /// <summary>Reads the rules and makes their names known to the rest of the file.</summary>
    internal static ConfigLayer Apply(ConfigLayer layer, ConfigNode node, ConfigReading reading)
    {
        if (node is not ConfigSequence list)
        {
            reading.Error(node, $"{Key} takes a list of mappings, not {node.Kind}");
            return layer;
        }

        foreach (var item in list.Items)
        {
            if (item is not ConfigMapping mapping)
            {
                reading.Error(item, $"a custom rule is a mapping, not {item.Kind}");
            }
            else if (Read(mapping, reading) is { } spec)
            {
                reading.Know(spec.Info);
                layer = layer with { CustomRules = layer.CustomRules.Add(reading.Setting(spec, mapping)) };
            }
        }

        return layer;
    }

    private static CustomRuleSpec? Read(ConfigMapping mapping, ConfigReading reading)
    {
        var before = reading.Errors.Count;
        foreach (var (key, _) in mapping.Entries)
        {
            if (!Demands.ContainsKey(key.Text) && !Facts.Any(fact => fact.Name == key.Text))
            {
                reading.Unknown(key, "key of a custom rule", key.Text, [.. Facts.Select(fact => fact.Name), .. Demands.Keys]);
            }
        }

        foreach (var name in s_required.Where(name => mapping.Find(name) is null))
        {
            reading.Error(mapping, $"a custom rule needs the key {name}");
        }

        var demands = mapping.Entries.Where(entry => Demands.ContainsKey(entry.Key.Text)).ToList();
        if (demands.Count != 1)
        {
            reading.Error(demands.Count == 0 ? mapping : demands[1].Key, "a custom rule has one of forbid, require and allow");
        }

        if (reading.Errors.Count > before || Match(demands[0].Value, demands[0].Key.Text, reading) is not { } match
            || Info(mapping, reading) is not { } info)
        {
            return null;
        }

        var demand = Demands[demands[0].Key.Text].Demand;
        var spec = new CustomRuleSpec(info, demand, match, Text(mapping, "message", reading) ?? "")
        {
            Stages = mapping.Find("stages") is { } stages ? new PatternList([.. reading.List(stages, "stages").Select(item => item.Text)])
                : demand == CustomDemand.Require ? new PatternList([CustomRuleSpec.FinalStages]) : null,
            Replacement = Text(mapping, "replace", reading),
            IsReplacementSafe = Flag(mapping, "safe", reading),
        };
        CheckReplacement(spec, mapping, reading);
        return reading.Errors.Count > before ? null : spec;
    }

    private static void CheckReplacement(CustomRuleSpec spec, ConfigMapping mapping, ConfigReading reading)
    {
        if (spec.Replacement is not { } text || mapping.Find("replace") is not { } node)
        {
            return;
        }

        var wanted = spec.Match.Names.Wanted;
        if (spec.Demand == CustomDemand.Require || spec.Match.Subject is CustomSubject.File or CustomSubject.Instruction
            && spec.Match["flag"] is null)
        {
            reading.Error(node, "replace needs a word that was found: with forbid or allow, and not of a file or a whole instruction");
        }
        else if (text.AsSpan().IndexOfAny(" \t\r\n\"'`$\\") >= 0 || text.Length == 0)
        {
            reading.Error(node, "replace is one word without quotes, blanks and variables");
        }
        else if (Stars(text) > 0 && wanted.All(pattern => Stars(pattern) < Stars(text)))
        {
            reading.Error(node, "replace has a * for which no pattern has one");
        }

        static int Stars(string pattern) => pattern.Count(c => c == '*');
    }

    private static RuleInfo? Info(ConfigMapping mapping, ConfigReading reading)
    {
        var code = Text(mapping, "code", reading);
        var name = Text(mapping, "name", reading) ?? code?.ToLowerInvariant();
        var message = Text(mapping, "message", reading);
        if (code is null || name is null || message is null)
        {
            return null;
        }

        if (!CustomRuleSpec.IsCode(code))
        {
            reading.Error(mapping.Find("code")!, "a code is capital letters and a number, such as ACME001; DL, DK and SC are taken");
            return null;
        }

        if (reading.Rules.FirstOrDefault(rule => rule.Id == code || rule.Name == name || rule.Aliases.Contains(name)) is { } other)
        {
            reading.Error(mapping.Find(other.Id == code ? "code" : "name") ?? mapping, $"there is another rule {other.Id} ({other.Name})");
            return null;
        }

        if (message.Trim().Length == 0 || message.Contains('\n', StringComparison.Ordinal))
        {
            reading.Error(mapping.Find("message")!, "a message is one line of text");
            return null;
        }

        var severity = mapping.Find("severity") is { } level
            ? reading.Choice(level, "severity", ConfigNames.Severities, code) ?? Severity.Warning : Severity.Warning;
        var category = mapping.Find("category") is { } kind ? reading.Choice(kind, "category", Categories, code) ?? default : default;
        return new RuleInfo(code, name, category, severity)
        {
            Since = "custom",
            Edition = 0,
            Doc = new RuleDoc(Text(mapping, "summary", reading) ?? message,
                Text(mapping, "why", reading) ?? "The configuration of this project says so.", [])
            {
                Remedy = Text(mapping, "remedy", reading),
            },
            Fix = mapping.Find("replace") is null ? FixAvailability.None : FixAvailability.Sometimes,
            Profiles = Profiles.Default | Profiles.Strict | Profiles.Hadolint | Profiles.BuildKit,
            HelpUrl = Text(mapping, "url", reading),
        };
    }

    private static CustomMatch? Match(ConfigNode node, string demand, ConfigReading reading)
    {
        var keys = ConfigCustomRuleKey.All;
        var entries = reading.Mapping(node, demand);
        foreach (var (key, _) in entries.Where(entry => !keys.Any(known => known.Name == entry.Key.Text)))
        {
            reading.Unknown(key, $"key of {demand}", key.Text, [.. keys.Select(known => known.Name)]);
        }

        // The first key that can be a subject is the subject, so that a path may have an instruction as its condition.
        var subjects = entries.Where(entry => keys.Any(known => known.Name == entry.Key.Text && known.Subject is not null)).ToList();
        var subject = subjects.Count > 1 && subjects.Find(entry => entry.Key.Text == "path") is { Key: not null } path ? path
            : subjects.FirstOrDefault();
        if (subject.Key is null)
        {
            reading.Error(node, $"{demand} needs one of {string.Join(", ", keys.Where(key => key.Subject is not null).Select(key =>
                key.Name))}");
            return null;
        }

        var kind = keys.First(key => key.Name == subject.Key.Text).Subject!.Value;
        var conditions = ImmutableSortedDictionary.CreateBuilder<string, PatternList>(StringComparer.Ordinal);
        foreach (var (key, value) in entries.Where(entry => entry.Key != subject.Key))
        {
            var known = keys.FirstOrDefault(known => known.Name == key.Text);
            if (known is not null && !known.ConditionOf.Contains(kind))
            {
                reading.Error(key, known.Subject is null ? $"{key.Text} says nothing of {subject.Key.Text}"
                    : $"a rule is about one thing: {subject.Key.Text} or {key.Text}");
            }
            else if (known is not null)
            {
                conditions[key.Text] = Patterns(key.Text, value, reading);
            }
        }

        var names = Patterns(subject.Key.Text, subject.Value, reading);
        return new CustomMatch(kind, names, conditions.ToImmutable());
    }

    private static PatternList Patterns(string key, ConfigNode node, ConfigReading reading)
    {
        var texts = reading.List(node, key).Select(item => item.Text).ToList();
        if (texts.Count == 0)
        {
            reading.Error(node, $"{key} takes at least one pattern");
        }

        return new PatternList(key == "instruction" ? texts.Select(text => text.ToUpperInvariant()) : texts);
    }

    private static string? Text(ConfigMapping mapping, string key, ConfigReading reading) =>
        mapping.Find(key) is { } node ? reading.Text(node, key) : null;

    private static bool Flag(ConfigMapping mapping, string key, ConfigReading reading) =>
        mapping.Find(key) is { } node && reading.Bool(node, key) == true;
}
