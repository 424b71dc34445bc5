using System.Collections.Immutable;

namespace Dockerlint.Linting;

/// <summary>The resolved configuration of a run: nothing in it is left to be looked up.</summary>
public sealed record LintConfig
{
    private readonly Confidence? _minConfidence;

    /// <summary>The default profile with nothing changed.</summary>
    public static LintConfig Default { get; } = new();

    /// <summary>Whose verdicts are wanted. Which rules run is decided by whoever makes the <see cref="Linter"/>.</summary>
    public Profile Profile { get; init; } = Profile.Default;

    /// <summary>How sure a finding has to be to be reported: as the profile wants it unless set.</summary>
    public Confidence MinConfidence
    {
        get => _minConfidence ?? Profile.MinConfidence;
        init => _minConfidence = value;
    }

    /// <summary>Severities by rule id instead of the rules' own; a rule at <see cref="Severity.Ignore"/> does not run.</summary>
    public ImmutableDictionary<string, Severity> Severities { get; init; } = ImmutableDictionary<string, Severity>.Empty;

    /// <summary>Values of rule options that differ from their defaults, by rule id and option name.</summary>
    public ImmutableDictionary<(string RuleId, string Option), object> Options { get; init; } =
        ImmutableDictionary<(string RuleId, string Option), object>.Empty;

    /// <summary>What several rules have to be told.</summary>
    public LintSettings Settings { get; init; } = LintSettings.Default;

    /// <summary>
    /// The findings that are sure enough. It comes behind all that is said about comments: one that switches off a finding that is not
    /// shown is of use all the same.
    /// </summary>
    internal IReadOnlyList<Diagnostic> Sure(IEnumerable<Diagnostic> found) =>
        [.. found.Where(finding => finding.Confidence <= MinConfidence)];
}
