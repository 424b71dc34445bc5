namespace Dockerlint.Linting.Custom;

/// <summary>What a custom rule demands of what it is about.</summary>
public enum CustomDemand
{
    /// <summary>There is none of it.</summary>
    Forbid,

    /// <summary>There is at least one of it.</summary>
    Require,

    /// <summary>All there is of its kind is like that.</summary>
    Allow,
}
