namespace Dockerlint.Linting;

/// <summary>
/// Whose verdicts a run gives, and how it gives them: the one place that knows in what a profile differs, apart from the rules that are on
/// in it (<see cref="RuleInfo.Profiles"/>) and those that are replaced for it.
/// </summary>
public sealed class Profile
{
    private Profile(string name, Profiles flag)
    {
        Name = name;
        Flag = flag;
    }

    /// <summary>What is worth a person's time.</summary>
    public static Profile Default { get; } = new("default", Profiles.Default) { MinConfidence = Confidence.Likely };

    /// <summary>Exactly what hadolint reports.</summary>
    public static Profile Hadolint { get; } = new("hadolint", Profiles.Hadolint)
    {
        TellsBuildErrors = false,
        LintsFragments = true,
        Suppression = SuppressionReach.AsHadolint,
        Scripts = ScriptVerdicts.AsHadolint,
        TerminalFormat = "tty",
    };

    /// <summary>Exactly what BuildKit's checks report.</summary>
    public static Profile BuildKit { get; } = new("buildkit", Profiles.BuildKit)
    {
        OnlySeverity = Severity.Warning,
        TellsLinesOfChecks = true,
        Suppression = SuppressionReach.AsBuildKit,
        Scripts = ScriptVerdicts.None,
    };

    /// <summary>Every rule.</summary>
    public static Profile Strict { get; } = new("strict", Profiles.Strict) { TellsUnusedSuppressions = true };

    /// <summary>No rule but those that are named.</summary>
    public static Profile None { get; } = new("none", Profiles.None) { Scripts = ScriptVerdicts.None };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Profile> All { get; } = [Default, Hadolint, BuildKit, Strict, None];

    /// <summary>The name in configurations and on the command line.</summary>
    public string Name { get; }

    /// <summary>What a rule names it by.</summary>
    public Profiles Flag { get; }

    /// <summary>
    /// Whether errors are told that a build finds behind the syntax: in the expansion of variables, in the conversion of instructions.
    /// </summary>
    public bool TellsBuildErrors { get; private init; } = true;

    /// <summary>The severity of all rules; null where each has its own.</summary>
    public Severity? OnlySeverity { get; private init; }

    /// <summary>Whether templates found in a folder are left out; the peers report what is wrong in them as in any file.</summary>
    public bool LeavesTemplatesOut => Flag is not (Profiles.Hadolint or Profiles.BuildKit);

    /// <summary>How sure a finding has to be to be reported where nobody asks for more or less.</summary>
    public Confidence MinConfidence { get; private init; } = Confidence.Hint;

    /// <summary>Whether a finding of a check stands on the lines that BuildKit gives, rather than at the very word.</summary>
    public bool TellsLinesOfChecks { get; private init; }

    /// <summary>Which comments switch rules off, and how far they reach.</summary>
    public SuppressionReach Suppression { get; private init; }

    /// <summary>Whether a file without any FROM is linted as if it were part of a stage.</summary>
    public bool LintsFragments { get; private init; }

    /// <summary>Whether comments that switch nothing off are reported without being asked for.</summary>
    public bool TellsUnusedSuppressions { get; private init; }

    /// <summary>What becomes of ShellCheck's findings.</summary>
    public ScriptVerdicts Scripts { get; private init; }

    /// <summary>The output format where none is asked for.</summary>
    public string TerminalFormat { get; private init; } = "text";

    /// <inheritdoc/>
    public override string ToString() => Name;
}
