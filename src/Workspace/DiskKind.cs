namespace Dockerlint.Workspace;

/// <summary>What stands under a path.</summary>
public enum DiskKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Something that cannot be looked at, for want of rights.</summary>
    Unknown,

    /// <summary>A regular file.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A symbolic link; only where links are not followed.</summary>
    Link,

    /// <summary>A named pipe.</summary>
    Pipe,

    /// <summary>A device that gives characters, such as a terminal or <c>/dev/zero</c>.</summary>
    CharacterDevice,

    /// <summary>A disk.</summary>
    BlockDevice,

    /// <summary>A socket.</summary>
    Socket,
}
