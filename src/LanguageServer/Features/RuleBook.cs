using System.Collections.Concurrent;
using Dockerlint.Linting;
using Dockerlint.Linting.Config;
using Dockerlint.Rules;

namespace Dockerlint.LanguageServer.Features;

/// <summary>The rules by their codes, as each profile has them.</summary>
internal static class RuleBook
{
    private static readonly ConcurrentDictionary<Profile, Dictionary<string, RuleInfo>> s_books = new();

    /// <summary>The rule of a code, one that the configuration states included; null for one of another program.</summary>
    internal static RuleInfo? Find(string code, ResolvedConfig? config) =>
        Of(config?.Lint.Profile ?? Profile.Default).GetValueOrDefault(code)
        ?? config?.CustomRules.Select(custom => custom.Info).FirstOrDefault(rule => rule.Id == code);

    /// <summary>The rule of a code or a name, in any case.</summary>
    internal static RuleInfo? FindByAnyName(string name) => Of(Profile.Default).Values.FirstOrDefault(rule =>
        rule.Id.Equals(name, StringComparison.OrdinalIgnoreCase) || rule.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
        || rule.Aliases.Contains(name, StringComparer.OrdinalIgnoreCase));

    /// <summary>All rules.</summary>
    internal static IEnumerable<RuleInfo> All => Of(Profile.Default).Values;

    /// <summary>A page about a code; null when there is none.</summary>
    internal static string? PageOf(string code, ResolvedConfig? config) =>
        Find(code, config) is { } rule ? rule.HelpUrl : code == Linter.InternalErrorId ? null : RuleLinks.Of(code);

    private static Dictionary<string, RuleInfo> Of(Profile profile) => s_books.GetOrAdd(profile, static profile =>
        RuleCatalog.WithVerdictsOf(profile).Select(rule => rule.Info).DistinctBy(rule => rule.Id)
            .ToDictionary(rule => rule.Id, StringComparer.Ordinal));
}
