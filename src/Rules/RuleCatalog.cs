using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>All rules: explicit lists, since the native binary has no reflection to find them.</summary>
public static class RuleCatalog
{
    /// <summary>The rules in the order of their ids, each id once, with the verdicts of the default profile.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        .. RuleList.Create().Concat(ShellRuleList.Create()).OrderBy(rule => rule.Info.Id, StringComparer.Ordinal),
    ];

    /// <summary>The rules that replace those of the same id in a profile that copies a peer's verdicts.</summary>
    /// <param name="profile">The profile.</param>
    public static IReadOnlyList<Rule> Variants(Profile profile) => profile.Flag switch
    {
        Profiles.Hadolint => HadolintVariants.Create(),
        Profiles.BuildKit => BuildKitVariants.Create(),
        _ => [],
    };

    /// <summary>Every rule with the verdicts of a profile, whether the profile switches it on or not.</summary>
    /// <param name="profile">The profile.</param>
    public static IReadOnlyList<Rule> WithVerdictsOf(Profile profile)
    {
        var variants = Variants(profile);
        return variants.Count == 0 ? All
            : [.. All.Select(rule => variants.FirstOrDefault(variant => variant.Info.Id == rule.Info.Id) ?? rule)];
    }

    /// <summary>The rules that a profile switches on, with its verdicts.</summary>
    /// <param name="profile">The profile.</param>
    public static IReadOnlyList<Rule> For(Profile profile) =>
        [.. WithVerdictsOf(profile).Where(rule => (rule.Info.Profiles & profile.Flag) != 0)];
}
