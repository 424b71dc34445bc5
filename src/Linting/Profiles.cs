namespace Dockerlint.Linting;

/// <summary>A set of rules and verdicts to choose as a whole; a rule says in which ones it is on.</summary>
[Flags]
public enum Profiles
{
    /// <summary>On only where it is selected by name.</summary>
    None = 0,

    /// <summary>Exactly what hadolint reports, verdict for verdict.</summary>
    Hadolint = 1,

    /// <summary>Exactly the checks of BuildKit, verdict for verdict.</summary>
    BuildKit = 2,

    /// <summary>What is worth a person's time; each defect once.</summary>
    Default = 4,

    /// <summary>Every rule.</summary>
    Strict = 8,
}
