namespace Dockerlint.Commands;

/// <summary>Where a package comes from.</summary>
public enum PackageOrigin
{
    /// <summary>From a repository or registry, by its name.</summary>
    Registry,

    /// <summary>From a file or folder.</summary>
    Path,

    /// <summary>From an address.</summary>
    Address,

    /// <summary>From a repository of sources.</summary>
    Repository,

    /// <summary>A group of packages.</summary>
    Group,

    /// <summary>Only a running shell knows.</summary>
    Unknown,
}
