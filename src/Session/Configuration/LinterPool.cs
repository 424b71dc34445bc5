using System.Collections.Concurrent;
using Dockerlint.Linting;
using Dockerlint.Linting.Config;
using Dockerlint.Rules;

namespace Dockerlint.Session;

/// <summary>The linters of a run: one for each configuration that its files turn out to have. May be used from several threads.</summary>
/// <param name="loader">Finds the configuration files.</param>
/// <param name="environment">What the environment says: weaker than any file.</param>
/// <param name="flags">What the command line says: stronger than any file.</param>
/// <param name="clock">Tells the day, for rules that know how long something is kept up.</param>
/// <param name="settings">What the settings of an editor say: stronger than the environment, weaker than any file.</param>
public sealed class LinterPool(ConfigLoader loader, ConfigLayer environment, ConfigLayer flags, TimeProvider clock,
    ConfigLayer? settings = null)
{
    private readonly ConcurrentDictionary<(LoadedConfig Config, string Overrides), ConfiguredLinter> _linters = new();

    /// <summary>The linter for a file; null when its configuration is broken.</summary>
    /// <param name="path">The file.</param>
    /// <param name="errors">What is wrong with the configuration.</param>
    public ConfiguredLinter? For(string path, out IReadOnlyList<ConfigError> errors)
    {
        var config = loader.For(path);
        errors = config.Errors;
        if (errors.Count > 0)
        {
            return null;
        }

        var applying = config.Layers.SelectMany(layer => layer.Overrides.Where(item => ConfigPaths.Applies(layer, item, path))).ToHashSet();
        var key = applying.Count == 0 ? ""
            : string.Join(',', config.Layers.SelectMany(layer => layer.Overrides).Select(item => applying.Contains(item) ? '1' : '0'));
        return _linters.GetOrAdd((config, key), _ => Create(config, applying));
    }

    /// <summary>The linter where no file says anything.</summary>
    public ConfiguredLinter WithoutFile() => _linters.GetOrAdd((LoadedConfig.None, ""), _ => Create(LoadedConfig.None, []));

    /// <summary>The output formats that the configuration for a path, or the environment, names; empty when none does.</summary>
    public IReadOnlyList<string> Formats(string path)
    {
        return [.. Layers(path).Prepend(environment).SelectMany(layer => layer.Formats).Select(format => format.Value)
            .Where(ConfigNames.Formats.Contains)];
    }

    /// <summary>Whether a configuration leaves a file out of the search of directories.</summary>
    public bool Excludes(string path) => Layers(path).Any(layer => ConfigPaths.Excludes(layer, path));

    private IEnumerable<ConfigLayer> Layers(string path) => loader.For(path) is { Errors.Count: 0 } config ? config.Layers : [];

    private ConfiguredLinter Create(LoadedConfig config, HashSet<ConfigOverride> applying)
    {
        var resolved = ConfigResolver.Resolve(
            [environment, .. settings is null ? (IEnumerable<ConfigLayer>)[] : [settings], .. config.Layers, flags],
            static profile => [.. RuleCatalog.WithVerdictsOf(profile).Select(rule => rule.Info)],
            (_, item) => applying.Contains(item));
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        resolved = resolved with { Lint = resolved.Lint with { Settings = resolved.Lint.Settings with { Today = today } } };
        var rules = RuleCatalog.WithVerdictsOf(resolved.Lint.Profile).Concat(resolved.CustomRules.Select(CustomRules.Create))
            .Where(rule => resolved.Rules.ContainsKey(rule.Info.Id)
                && (resolved.ChecksScripts || !RuleSelector.IsShellCheck(rule.Info.Id)));
        return new ConfiguredLinter(resolved, new Linter(rules, resolved.Lint));
    }
}
