using Dockerlint.Semantics.Conversion;

namespace Dockerlint.Linting.Config;

/// <summary>Every key of the configuration file, in the order of the documentation.</summary>
internal static class ConfigKeys
{
    /// <summary>The first edition; a later one may switch on rules that were not there before.</summary>
    internal const int FirstEdition = 2026;

    internal static IReadOnlyList<ConfigKey> All { get; } =
    [
        new("extends", "Files that this one builds on: paths relative to it. They are weaker than it.", ConfigShape.Texts,
            (layer, node, reading) => layer with { Extends = [.. Texts(node, "extends", reading)] }) { IsPerFile = false },
        new("edition", "The year whose rule set is wanted: rules that came later stay off.", ConfigShape.Number,
            SetEdition) { IsPerFile = false },
        new("profile", "The rules and verdicts to start from.", ConfigShape.OneOf([.. ConfigNames.ProfileNames.Keys]),
            (layer, node, reading) => layer with { Profile = Choice(node, "profile", ConfigNames.ProfileNames, reading) ?? layer.Profile }),
        new("select", "Rules to switch on besides those of the profile: codes, names, aliases, category:NAME, * for some characters.",
            ConfigShape.Selectors,
            (layer, node, reading) => layer with { Select = [.. Selectors(node, "select", reading)] }),
        new("ignore", "Rules to switch off.", ConfigShape.Selectors,
            (layer, node, reading) => layer with { Ignore = [.. Selectors(node, "ignore", reading)] }),
        new("rules", "Severity and options of rules.", ConfigShape.Rules, ConfigRuleTable.Apply),
        new(ConfigCustomRuleTable.Key, "Rules of your own, each with a code, a message and what it forbids, requires or allows.",
            ConfigShape.CustomRules, ConfigCustomRuleTable.Apply) { IsPerFile = false },
        new("failure-threshold", "The least severity that makes the exit code 1.", ConfigShape.OneOf([.. ConfigNames.Severities.Keys]),
            (layer, node, reading) =>
            layer with { FailureThreshold = Choice(node, "failure-threshold", ConfigNames.Severities, reading)
            ?? layer.FailureThreshold }) { IsPerFile = false },
        new("min-confidence", "How sure a finding has to be to be reported; unless set, as the profile wants it.",
            ConfigShape.OneOf([.. ConfigNames.Confidences.Keys]),
            (layer, node, reading) => layer with { MinConfidence = Choice(node, "min-confidence", ConfigNames.Confidences, reading)
            ?? layer.MinConfidence }),
        new("shellcheck", "Who checks scripts: Dockerlint itself, the program ShellCheck, both, or nobody.",
            ConfigShape.OneOf([.. ConfigNames.ShellCheckModes.Keys]),
            (layer, node, reading) =>
            layer with { ShellCheck = Choice(node, "shellcheck", ConfigNames.ShellCheckModes, reading) ?? layer.ShellCheck }) { IsPerFile =
            false },
        new("formats", "Output formats.", ConfigShape.ManyOf(ConfigNames.Formats),
            (layer, node, reading) => layer with { Formats = [.. reading.Formats(node, "formats")] }) { IsPerFile = false },
        new("trusted-registries", "Registries, with or without a path, that images may come from; * stands for some characters.",
            ConfigShape.Texts,
            (layer, node, reading) => layer with { TrustedRegistries = [.. Texts(node, "trusted-registries", reading)] }),
        new("label-schema", "Labels that images must carry, with the form of their values.",
            ConfigShape.MapOf([.. ConfigNames.LabelForms.Keys]), SetLabelSchema),
        new("strict-labels", "Whether labels that are not in label-schema are reported.", ConfigShape.Bool,
            (layer, node, reading) => layer with { StrictLabels = Flag(node, "strict-labels", reading) ?? layer.StrictLabels }),
        new("disable-ignore-pragma", "Whether comments in the files switch nothing off.", ConfigShape.Bool,
            (layer, node, reading) =>
            layer with { DisableIgnorePragma = Flag(node, "disable-ignore-pragma", reading) ?? layer.DisableIgnorePragma }),
        new("require-reason", "Whether comments that switch findings off have to say why.", ConfigShape.Bool,
            (layer, node, reading) => layer with { RequireReason = Flag(node, "require-reason", reading) ?? layer.RequireReason }),
        new("report-unused", "Whether comments that switch nothing off are reported.", ConfigShape.Bool,
            (layer, node, reading) => layer with { ReportUnused = Flag(node, "report-unused", reading) ?? layer.ReportUnused }),
        new("builder", "What builds the files: docker, or podman, which knows more names of bases and keys of mounts.",
            ConfigShape.OneOf([.. ConfigNames.Builders.Keys]),
            (layer, node, reading) => layer with { IsPodman = Choice(node, "builder", ConfigNames.Builders, reading) ?? layer.IsPodman }),
        new("no-fail", "Whether the exit code is 0 whatever is found.", ConfigShape.Bool,
            (layer, node, reading) => layer with { NoFail = Flag(node, "no-fail", reading) ?? layer.NoFail }) { IsPerFile = false },
        new("no-color", "Whether the output is never coloured.", ConfigShape.Bool,
            (layer, node, reading) => layer with { NoColor = Flag(node, "no-color", reading) ?? layer.NoColor }) { IsPerFile = false },
        new("format", "How dockerlint fmt lays files out. Where it is given, rules about the layout are off.", ConfigShape.Format,
            SetFormat),
        new("named-contexts", "Names of build contexts beside the main one.", ConfigShape.Texts,
            (layer, node, reading) => layer with { NamedContexts = [.. Texts(node, "named-contexts", reading)] }),
        new("output-stages", "Stages that are built for their own sake, by name or index.", ConfigShape.Texts,
            (layer, node, reading) => layer with { OutputStages = [.. Texts(node, "output-stages", reading)] }),
        new("build-args", "Build arguments that are given from outside.", ConfigShape.TextMap, SetBuildArguments),
        new("images", "What is known of images that are not public, each with its name and facts such as user, os and has.",
            ConfigShape.Images, ConfigImageTable.Apply),
        new("verify", "Settings of dockerlint verify: limits, how the container is run (run), what is expected of the image (expect), "
            + "findings that are accepted (accept).", ConfigShape.Verify, VerifyKeys.Apply) { IsPerFile = false },
        new("verify-changes", "Files of the build context that dockerlint verify changes to compare the rebuild with the prediction.",
            ConfigShape.Texts,
            (layer, node, reading) => layer with { VerifyChanges = [.. Texts(node, "verify-changes", reading)] }) { IsPerFile = false },
        new("exclude", "Files that a search of directories leaves out, with the patterns of a .gitignore.", ConfigShape.Texts,
            (layer, node, reading) => layer with { Exclude = [.. Texts(node, "exclude", reading)] }) { IsPerFile = false },
        new("overrides", "What holds for some files only: paths, and any key that speaks of single files.", ConfigShape.Overrides,
            SetOverrides) { IsPerFile = false },
    ];

    private static ConfigLayer SetEdition(ConfigLayer layer, ConfigNode node, ConfigReading reading)
    {
        if (reading.Number(node, "edition") is not { } year)
        {
            return layer;
        }

        if (year < FirstEdition)
        {
            reading.Error(node, $"edition begins with {FirstEdition}");
            return layer;
        }

        return layer with { Edition = reading.Setting(year, node) };
    }

    private static ConfigLayer SetLabelSchema(ConfigLayer layer, ConfigNode node, ConfigReading reading)
    {
        var labels = layer.LabelSchema;
        foreach (var (key, value) in reading.Mapping(node, "label-schema"))
        {
            if (reading.Choice(value, "label form", ConfigNames.LabelForms, key.Text) is { } form)
            {
                labels = labels.Add(reading.Setting((key.Text, form), key));
            }
        }

        return layer with { LabelSchema = labels };
    }

    private static ConfigLayer SetBuildArguments(ConfigLayer layer, ConfigNode node, ConfigReading reading)
    {
        var arguments = layer.BuildArguments;
        foreach (var (key, value) in reading.Mapping(node, "build-args"))
        {
            if (reading.Text(value, key.Text) is { } text)
            {
                arguments = arguments.Add(reading.Setting((key.Text, text), key));
            }
        }

        return layer with { BuildArguments = arguments };
    }

    private static ConfigLayer SetFormat(ConfigLayer layer, ConfigNode node, ConfigReading reading)
    {
        var format = layer.Format;
        foreach (var (key, value) in reading.Mapping(node, "format"))
        {
            if (FormatKey.All.FirstOrDefault(known => known.Name == key.Text) is not { } known)
            {
                reading.Unknown(key, "key", key.Text, [.. FormatKey.All.Select(known => known.Name)], " in format");
            }
            else if (reading.Text(value, key.Text) is { } text)
            {
                if (known.Problem(text) is { } problem)
                {
                    reading.Error(value, $"{problem}, not {text}");
                }
                else
                {
                    format = format.Add(reading.Setting((key.Text, text), key));
                }
            }
        }

        return layer with { Format = format, GovernsLayout = reading.Setting(true, node) };
    }

    private static ConfigLayer SetOverrides(ConfigLayer layer, ConfigNode node, ConfigReading reading)
    {
        if (node is not ConfigSequence list)
        {
            reading.Error(node, $"overrides takes a list of mappings, not {node.Kind}");
            return layer;
        }

        foreach (var item in list.Items)
        {
            if (item is not ConfigMapping mapping)
            {
                reading.Error(item, $"an override is a mapping, not {item.Kind}");
            }
            else if (mapping.Find("paths") is not { } paths)
            {
                var known = All.Where(key => key.IsPerFile).Select(key => key.Name).Append("paths").ToList();
                if (mapping.Entries.Select(entry => entry.Key).FirstOrDefault(key => !known.Contains(key.Text)) is { } other)
                {
                    reading.Unknown(other, "key", other.Text, known, " in an override");
                }
                else
                {
                    reading.Error(item, "an override needs the key paths");
                }
            }
            else
            {
                var keys = All.Where(key => key.IsPerFile).ToList();
                var rest = mapping with { Entries = [.. mapping.Entries.Where(entry => entry.Key.Text != "paths")] };
                layer = layer with
                {
                    Overrides = layer.Overrides.Add(
                        new ConfigOverride([.. Texts(paths, "paths", reading)], ConfigReader.ReadKeys(rest, keys, reading))),
                };
            }
        }

        return layer;
    }

    private static Setting<T>? Choice<T>(ConfigNode node, string key, IReadOnlyDictionary<string, T> choices, ConfigReading reading)
        where T : notnull => reading.Name(node, key, choices.Keys) is { } name ? reading.Setting(choices[name], node) : null;

    private static Setting<bool>? Flag(ConfigNode node, string key, ConfigReading reading) =>
        reading.Bool(node, key) is { } value ? reading.Setting(value, node) : null;

    private static IEnumerable<Setting<string>> Texts(ConfigNode node, string key, ConfigReading reading) =>
        reading.List(node, key).Select(item => reading.Setting(item.Text, item.Node));

    private static IEnumerable<Setting<string>> Selectors(ConfigNode node, string key, ConfigReading reading) =>
        reading.List(node, key).Where(item => reading.IsSelector(item.Text, item.Node, key))
            .Select(item => reading.Setting(item.Text, item.Node));
}
