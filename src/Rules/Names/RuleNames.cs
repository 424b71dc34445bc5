using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>What a suppression comment may name.</summary>
internal static class RuleNames
{
    private static readonly Lazy<HashSet<string>> s_all = new(() => new HashSet<string>(
        RuleCatalog.All.SelectMany(rule => rule.Info.Aliases.Prepend(rule.Info.Name).Prepend(rule.Info.Id)).Concat(BuildKitChecks.Names)
            .Append("all"), StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether a name stands for a rule of ours, for one of ShellCheck, or for all.</summary>
    internal static bool IsKnown(string name) => s_all.Value.Contains(name) || IsShellCheck(name);

    /// <summary>Whether it is a name that hadolint reads: its own codes and those of ShellCheck, in upper case.</summary>
    internal static bool IsHadolint(string name) => HasDigits(name, 4) && (name.StartsWith("DL", StringComparison.Ordinal)
        || name.StartsWith("SC", StringComparison.Ordinal));

    /// <summary>Whether it is a code or a name of a rule, or looks like a code and is none.</summary>
    internal static bool LooksLikeOne(string name) => IsCode(name) || (name.Length > 3 && s_all.Value.Contains(name));

    /// <summary>Whether it is two of the letters that codes begin with, and digits.</summary>
    internal static bool IsCode(string name) => name.Length is > 4 and < 9 && name.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0
        && (name.StartsWith("DL", StringComparison.OrdinalIgnoreCase) || name.StartsWith("DK", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("SC", StringComparison.OrdinalIgnoreCase));

    /// <summary>The name as it is written in the catalogue.</summary>
    internal static string Proper(string name) => s_all.Value.TryGetValue(name, out var known) ? known
        : IsCode(name) ? name.ToUpperInvariant() : name;

    /// <summary>The names that one was most likely meant to be: none, the nearest, or several that are as near.</summary>
    internal static IReadOnlyList<string> Near(string name)
    {
        var proper = IsCode(name) ? name.ToUpperInvariant() : name;
        var names = s_all.Value.Where(known => IsCode(known) == IsCode(name)).ToList();
        if (Spelling.Nearest(proper, names) is not { } first)
        {
            return [];
        }

        // Spelling gives one of the nearest. Those as near are found once it is taken away, as long as they are no farther.
        var near = new List<string> { first };
        while (near.Count < 3 && Spelling.Nearest(proper, names.Except(near)) is { } next && Spelling.IsAsNear(proper, next, first))
        {
            near.Add(next);
        }

        return near;
    }

    private static bool IsShellCheck(string name) => HasDigits(name, 4) && name.StartsWith("SC", StringComparison.OrdinalIgnoreCase)
        && name[2] is '1' or '2' or '3';

    private static bool HasDigits(string name, int count) =>
        name.Length == 2 + count && name.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0;
}
