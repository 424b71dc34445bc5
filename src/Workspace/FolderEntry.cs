namespace Dockerlint.Workspace;

/// <summary>What stands in a folder.</summary>
/// <param name="Name">Its name, in the text of <see cref="Semantics.Context.PathText"/>.</param>
/// <param name="Kind">What it is; a link is a link.</param>
public readonly record struct FolderEntry(string Name, DiskKind Kind)
{
    /// <summary>What the system says about it; empty unless it was asked for.</summary>
    internal DiskStatus Status { get; init; }

    /// <summary>Where a link leads; null for anything else, and unless it was asked for.</summary>
    internal string? LinkTarget { get; init; }
}
