using System.Collections.Immutable;

namespace Dockerlint.Linting;

/// <summary>The resolved configuration of a run: nothing in it is left to be looked up.</summary>
public sealed record LintConfig
{
    /// <summary>The default profile with nothing changed.</summary>
    public static LintConfig Default { get; } = new();

    /// <summary>Whose verdicts are wanted. Which rules run is decided by whoever makes the <see cref="Linter"/>.</summary>
    public Profile Profile { get; init; } = Profile.Default;

    /// <summary>Severities by rule id instead of the rules' own; a rule at <see cref="Severity.Ignore"/> does not run.</summary>
    public ImmutableDictionary<string, Severity> Severities { get; init; } = ImmutableDictionary<string, Severity>.Empty;

    /// <summary>Values of rule options that differ from their defaults, by rule id and option name.</summary>
    public ImmutableDictionary<(string RuleId, string Option), object> Options { get; init; } =
        ImmutableDictionary<(string RuleId, string Option), object>.Empty;

    /// <summary>What several rules have to be told.</summary>
    public LintSettings Settings { get; init; } = LintSettings.Default;
}
