using Dockerlint.Linting;
using Dockerlint.Linting.Config;
using Dockerlint.Rules;
using Dockerlint.Session;

namespace Dockerlint.Playground;

/// <summary>The linters that were asked for, so that each is made once: there are no configuration files here, only switches.</summary>
/// <param name="clock">Tells the day.</param>
internal sealed class LinterShelf(TimeProvider clock)
{
    private static readonly ConfigOrigin s_page = new("the page");

    private readonly Dictionary<(string Profile, string? Confidence), ConfiguredLinter> _made = [];

    /// <summary>The linter of a profile; that of the default one where there is none of the name.</summary>
    internal ConfiguredLinter For(string profile, string? confidence)
    {
        if (!_made.TryGetValue((profile, confidence), out var linter))
        {
            _made[(profile, confidence)] = linter = Create(profile, confidence);
        }

        return linter;
    }

    private ConfiguredLinter Create(string name, string? confidence)
    {
        var profile = ConfigNames.ProfileNames.GetValueOrDefault(name) ?? Profile.Default;
        var layer = new ConfigLayer { Profile = new Setting<Profile>(profile, s_page) };
        if (confidence is not null && ConfigNames.Confidences.TryGetValue(confidence, out var sure))
        {
            layer = layer with { MinConfidence = new Setting<Confidence>(sure, s_page) };
        }

        var config = ConfigResolver.Resolve(
            [layer], static wanted => [.. RuleCatalog.WithVerdictsOf(wanted).Select(rule => rule.Info)]);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().DateTime);
        config = config with { Lint = config.Lint with { Settings = config.Lint.Settings with { Today = today } } };
        var rules = RuleCatalog.WithVerdictsOf(profile).Where(rule => config.Rules.ContainsKey(rule.Info.Id));
        return new ConfiguredLinter(config, new Linter(rules, config.Lint));
    }
}
