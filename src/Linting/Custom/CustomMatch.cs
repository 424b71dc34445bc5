using System.Collections.Immutable;

namespace Dockerlint.Linting.Custom;

/// <summary>What a custom rule is about: things of a kind with such a name, and what else is said of them.</summary>
/// <param name="Subject">The kind.</param>
/// <param name="Names">Their names.</param>
/// <param name="Conditions">What else is said, by key.</param>
public sealed record CustomMatch(CustomSubject Subject, PatternList Names, ImmutableSortedDictionary<string, PatternList> Conditions)
{
    private static readonly string[] s_narrowing = ["verb", "manager", "set-by", "instruction"];

    /// <summary>
    /// Whether a key narrows what the rule is about: it is no demand of its own as long as something else is said, so that a rule about
    /// options of one verb says nothing of the others.
    /// </summary>
    public bool IsNarrowed(string key) => s_narrowing.Contains(key) && Conditions.Keys.Any(other => !s_narrowing.Contains(other));

    /// <summary>What is said under a key; null when nothing is.</summary>
    public PatternList? this[string key] => Conditions.GetValueOrDefault(key);

    /// <summary>Whether a value is as a key says, which may say nothing; null when nobody knows.</summary>
    public bool? Holds(string key, CustomValue value) => this[key] is { } patterns ? patterns.Matches(value) : true;
}
