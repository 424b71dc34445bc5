namespace Dockerlint.Linting.Config;

/// <summary>
/// Names rules in a configuration: a code, a name, an alias, <c>category:NAME</c>, <c>all</c>, or any of them with <c>*</c> for some
/// characters. ShellCheck's codes name no rule of ours but are taken as they are.
/// </summary>
public static class RuleSelector
{
    private const string CategoryMark = "category:";

    /// <summary>Whether a selector names a rule; letter case does not matter.</summary>
    public static bool Matches(string selector, RuleInfo rule)
    {
        if (selector.Equals("all", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (selector.StartsWith(CategoryMark, StringComparison.OrdinalIgnoreCase))
        {
            return Fits(selector.AsSpan(CategoryMark.Length), rule.Category.ToString());
        }

        return Fits(selector, rule.Id) || Fits(selector, rule.Name) || rule.Aliases.Any(alias => Fits(selector, alias));
    }

    /// <summary>Whether it can name a finding of ShellCheck: SC and digits, or a pattern of them.</summary>
    public static bool IsShellCheck(string selector) =>
        selector.Length > 2 && selector.StartsWith("SC", StringComparison.OrdinalIgnoreCase) && selector.AsSpan(2)
            .IndexOfAnyExcept("0123456789*") < 0;

    /// <summary>Whether a selector names a finding of ShellCheck.</summary>
    public static bool MatchesShellCheck(string selector, string code) =>
        selector.Equals("all", StringComparison.OrdinalIgnoreCase) || (IsShellCheck(selector) && Fits(selector, code));

    internal static bool Selects(string selector, IReadOnlyList<RuleInfo> rules) =>
        IsShellCheck(selector) || rules.Any(rule => Matches(selector, rule));

    internal static IReadOnlyCollection<string> Names(IReadOnlyList<RuleInfo> rules) =>
    [
        "all",
        .. rules.SelectMany(rule => rule.Aliases.Prepend(rule.Name).Prepend(rule.Id)),
        .. rules.Select(rule => CategoryMark + rule.Category.ToString().ToLowerInvariant()),
    ];

    // A star stands for any characters; the pattern has few of them, so that going back costs little.
    private static bool Fits(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        var star = pattern.IndexOf('*');
        if (star < 0)
        {
            return pattern.Equals(text, StringComparison.OrdinalIgnoreCase);
        }

        if (!text.StartsWith(pattern[..star], StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var rest = pattern[(star + 1)..];
        for (var i = star; i <= text.Length; i++)
        {
            if (Fits(rest, text[i..]))
            {
                return true;
            }
        }

        return false;
    }
}
