using System.Collections.Immutable;
using Dockerlint.Semantics.Images;

namespace Dockerlint.Linting.Config;

/// <summary>Folds layers into what holds for one file. Later layers are stronger; lists of names add up, single values replace.</summary>
public static class ConfigResolver
{
    private static readonly ConfigOrigin s_default = new("default");

    /// <summary>Resolves the layers, weakest first.</summary>
    /// <param name="layers">The layers; overrides in them that fit the file count as layers right behind their own.</param>
    /// <param name="catalogue">The rules there are, with the verdicts of a profile.</param>
    /// <param name="overrideApplies">Whether an override of a layer speaks of the file.</param>
    public static ResolvedConfig Resolve(
        IReadOnlyList<ConfigLayer> layers, Func<Profile, IReadOnlyList<RuleInfo>> catalogue, Func<ConfigLayer, ConfigOverride,
            bool>? overrideApplies = null)
    {
        var all = layers.SelectMany(layer =>
            layer.Overrides.Where(item => overrideApplies?.Invoke(layer, item) == true).Select(item => item.Layer).Prepend(layer)).ToList();
        var profile = Last(all, layer => layer.Profile) ?? new Setting<Profile>(Linting.Profile.Default, s_default);
        var edition = Last(all, layer => layer.Edition);
        var custom = all.SelectMany(layer => layer.CustomRules).GroupBy(rule => rule.Value.Info.Id, StringComparer.Ordinal)
            .Select(group => group.Last().Value).OrderBy(rule => rule.Info.Id, StringComparer.Ordinal).ToImmutableArray();
        IReadOnlyList<RuleInfo> rules = [.. catalogue(profile.Value), .. custom.Select(rule => rule.Info)];
        var isOurs = all.Exists(layer => layer.IsOurs);
        var (active, severities, shellCheck) = Choose(isOurs ? all : [Merge(all)], rules, profile, edition);

        // Where a label stands in several layers, hadolint takes its form from the weakest.
        var lint = Last(all, layer => layer.MinConfidence) is { } sure ? new LintConfig { MinConfidence = sure.Value } : new LintConfig();
        var settings = Settings(isOurs ? all : all.AsEnumerable().Reverse(), all);
        settings = settings with { OwnRuleNames = [.. custom.SelectMany(rule => new[] { rule.Info.Id, rule.Info.Name })] };
        settings = settings with { ReportsUnusedSuppressions = settings.ReportsUnusedSuppressions || AsksForUnused(all, rules) };
        return new ResolvedConfig
        {
            Lint = lint with
            {
                Profile = profile.Value,
                Severities = severities,
                Options = all.SelectMany(layer => layer.Options)
                    .Aggregate(ImmutableDictionary<(string, string), object>.Empty, (map, option) =>
                        map.SetItem((option.Value.RuleId, option.Value.Option), option.Value.Value)),
                Settings = settings,
            },
            Rules = active,
            CustomRules = custom,
            FailureThreshold = Last(all, layer => layer.FailureThreshold) ?? new Setting<Severity>(Severity.Info, s_default),
            ShellCheck = Last(all, layer => layer.ShellCheck) ?? new Setting<ShellCheckMode>(ShellCheckMode.Auto, s_default),
            ShellCheckSeverities = shellCheck,
            Format = [.. all.SelectMany(layer => layer.Format).Select(setting => setting.Value)],
            GovernsLayout = all.Exists(layer => layer.GovernsLayout is not null),
            NoFail = Last(all, layer => layer.NoFail)?.Value ?? false,
            NoColor = Last(all, layer => layer.NoColor)?.Value ?? false,
            IsVerbose = Last(all, layer => layer.Verbose)?.Value ?? false,
            VerifySettings = [.. all.SelectMany(layer => layer.VerifySettings)
                .GroupBy(setting => setting.Value.Name)
                .SelectMany(group => group.Key is VerifyKeys.Expect or VerifyKeys.Accept ? group : group.TakeLast(1))],
            VerifyChanges =
                [.. all.SelectMany(layer => layer.VerifyChanges).Select(setting => setting.Value).Distinct(StringComparer.Ordinal)],
            Origins = ConfigOrigins.Of(all),
        };
    }

    private static (ImmutableSortedDictionary<string, ConfigOrigin> Active, ImmutableDictionary<string, Severity> Severities,
        ImmutableArray<Setting<(string, Severity)>> ShellCheck) Choose(
        List<ConfigLayer> layers, IReadOnlyList<RuleInfo> rules, Setting<Profile> profile, Setting<int>? edition)
    {
        var active = new Dictionary<string, ConfigOrigin>(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            if ((rule.Profiles & profile.Value.Flag) != 0 && rule.Edition <= (edition?.Value ?? int.MaxValue)
                && !(rule.IsLayout && layers.Exists(layer => layer.GovernsLayout is not null)))
            {
                active[rule.Id] = profile.Origin == s_default ? s_default : profile.Origin;
            }
        }

        var severities = ImmutableDictionary.CreateBuilder<string, Severity>(StringComparer.Ordinal);
        var shellCheck = ImmutableArray.CreateBuilder<Setting<(string, Severity)>>();
        Switch(Last(layers, layer => layer.ReportUnused), Linter.UnusedSuppressionId);
        Switch(Last(layers, layer => layer.RequireReason), Linter.UnexplainedSuppressionId);
        foreach (var layer in layers)
        {
            Each(layer.Select, rules, (rule, origin) => active.TryAdd(rule.Id, origin));

            // The gravest of several severities for one rule in one layer holds, as in hadolint.
            foreach (var setting in layer.Severities.OrderByDescending(setting => setting.Value.Severity))
            {
                if (RuleSelector.IsShellCheck(setting.Value.Selector))
                {
                    shellCheck.Add(setting);
                }

                foreach (var rule in rules.Where(rule => RuleSelector.Matches(setting.Value.Selector, rule)))
                {
                    severities[rule.Id] = setting.Value.Severity;
                    active[rule.Id] = setting.Origin;
                    if (setting.Value.Severity == Severity.Ignore)
                    {
                        active.Remove(rule.Id);
                    }
                }
            }

            Each(layer.Ignore, rules, (rule, _) => active.Remove(rule.Id));
            shellCheck.AddRange(layer.Ignore.Where(setting => RuleSelector.IsShellCheck(setting.Value) || setting.Value == "all")
                .Select(setting => new Setting<(string, Severity)>((setting.Value, Severity.Ignore), setting.Origin)));
        }

        return (active.ToImmutableSortedDictionary(StringComparer.Ordinal), severities.ToImmutable(), shellCheck.ToImmutable());

        void Switch(Setting<bool>? setting, string id)
        {
            if (setting is { Value: true } && rules.Any(rule => rule.Id == id))
            {
                active[id] = setting.Origin;
            }
        }
    }

    // Who selects the rule by its name, or gives it a severity, wants all of it.
    private static bool AsksForUnused(List<ConfigLayer> layers, IReadOnlyList<RuleInfo> rules) =>
        Last(layers, layer => layer.ReportUnused) is null && rules.FirstOrDefault(rule => rule.Id == Linter.UnusedSuppressionId) is { } rule
        && layers.SelectMany(layer => layer.Select.Select(setting => setting.Value)
            .Concat(layer.Severities.Where(setting => setting.Value.Severity != Severity.Ignore).Select(setting => setting.Value.Selector)))
            .Any(selector => RuleSelector.Matches(selector, rule));

    private static void Each(IEnumerable<Setting<string>> selectors, IReadOnlyList<RuleInfo> rules, Action<RuleInfo, ConfigOrigin> action)
    {
        foreach (var selector in selectors)
        {
            foreach (var rule in rules.Where(rule => RuleSelector.Matches(selector.Value, rule)))
            {
                action(rule, selector.Origin);
            }
        }
    }

    // hadolint adds the lists of environment, file and flags up before it looks at them: an ignored rule stays so whoever raises
    // its severity, and of several severities the gravest holds.
    private static ConfigLayer Merge(List<ConfigLayer> layers) => new()
    {
        GovernsLayout = Last(layers, layer => layer.GovernsLayout),
        Select = [.. layers.SelectMany(layer => layer.Select)],
        Ignore = [.. layers.SelectMany(layer => layer.Ignore)],
        Severities = [.. layers.SelectMany(layer => layer.Severities)],
        ReportUnused = Last(layers, layer => layer.ReportUnused),
        RequireReason = Last(layers, layer => layer.RequireReason),
    };

    private static LintSettings Settings(IEnumerable<ConfigLayer> labels, List<ConfigLayer> layers) => new()
    {
        TrustedRegistries =
            [.. layers.SelectMany(layer => layer.TrustedRegistries).Select(setting => setting.Value).Distinct(StringComparer.Ordinal)],
        LabelSchema = labels.SelectMany(layer => layer.LabelSchema)
            .Aggregate(LintSettings.Default.LabelSchema, (map, label) => map.SetItem(label.Value.Label, label.Value.Form)),
        HasStrictLabels = Last(layers, layer => layer.StrictLabels)?.Value ?? false,
        IgnoresPragmas = Last(layers, layer => layer.DisableIgnorePragma)?.Value ?? false,
        RequiresReasons = Last(layers, layer => layer.RequireReason)?.Value ?? false,
        ReportsUnusedSuppressions = Last(layers, layer => layer.ReportUnused)?.Value ?? false,
        IsPodman = Last(layers, layer => layer.IsPodman)?.Value ?? false,
        NamedContexts =
            [.. layers.SelectMany(layer => layer.NamedContexts).Select(setting => setting.Value).Distinct(StringComparer.Ordinal)],
        OutputStages =
            [.. layers.SelectMany(layer => layer.OutputStages).Select(setting => setting.Value).Distinct(StringComparer.Ordinal)],
        BuildArguments = layers.SelectMany(layer => layer.BuildArguments)
            .Aggregate(ImmutableDictionary<string, string>.Empty, (map, argument) =>
                map.SetItem(argument.Value.Name, argument.Value.Value)),
        Images = layers.Exists(layer => !layer.Images.IsEmpty)
            ? new ImageCatalog([.. layers.SelectMany(layer => layer.Images).Select(setting => setting.Value)])
            : ImageCatalog.Public,
    };

    private static Setting<T>? Last<T>(IEnumerable<ConfigLayer> layers, Func<ConfigLayer, Setting<T>?> get) =>
        layers.Select(get).LastOrDefault(setting => setting is not null);
}
