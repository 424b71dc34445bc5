namespace Dockerlint.Semantics.Context;

/// <summary>One path of the build context.</summary>
/// <param name="Path">The path below the root of the context with slashes, without a leading one.</param>
/// <param name="Kind">What it is.</param>
public sealed record ContextEntry(string Path, ContextEntryKind Kind)
{
    /// <summary>The permission bits with set-user-ID, set-group-ID and sticky; null where they are not known.</summary>
    public int? Mode { get; init; }

    /// <summary>The bytes of a file; null where that is not known.</summary>
    public long? Size { get; init; }

    /// <summary>The owner the engine sees; the docker command sends 0 whatever the disk says.</summary>
    public int UserId { get; init; }

    /// <summary>The group the engine sees; the docker command sends 0 whatever the disk says.</summary>
    public int GroupId { get; init; }

    /// <summary>What a symbolic link points to, as it is written in the link.</summary>
    public string? LinkTarget { get; init; }

    /// <summary>The path of an earlier entry that is the same file, where that is known.</summary>
    public string? HardLinkTo { get; init; }

    /// <summary>The content of a file; null for anything else and where it cannot be known.</summary>
    public ContextContent? Content { get; init; }

    /// <summary>The last part of the path.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];
}
