namespace Dockerlint.Rules;

/// <summary>What a command does with system packages.</summary>
internal enum PackageAction
{
    /// <summary>Something else.</summary>
    Other,

    /// <summary>Fetches the package index.</summary>
    Update,

    /// <summary>Installs packages.</summary>
    Install,

    /// <summary>Removes packages.</summary>
    Remove,
}
