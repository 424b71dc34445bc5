namespace Dockerlint.Linting;

/// <summary>How sure a finding is, surest first: by how the answer was found, not by how grave it would be.</summary>
public enum Confidence
{
    /// <summary>The file says so.</summary>
    Certain,

    /// <summary>The default of a tool or of a known image says so, and nothing in the file says otherwise.</summary>
    Likely,

    /// <summary>A guess: by a name, or about a base that nobody knows.</summary>
    Hint,
}
