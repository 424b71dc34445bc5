namespace Dockerlint.Linting;

/// <summary>Whether the findings of a rule carry fixes.</summary>
public enum FixAvailability
{
    /// <summary>Never.</summary>
    None,

    /// <summary>Some findings do.</summary>
    Sometimes,

    /// <summary>Every finding does.</summary>
    Always,
}
