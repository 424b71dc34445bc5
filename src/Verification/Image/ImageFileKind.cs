namespace Dockerlint.Verification;

/// <summary>What a path of a layer is.</summary>
public enum ImageFileKind
{
    /// <summary>A file.</summary>
    File,

    /// <summary>A directory.</summary>
    Directory,

    /// <summary>A symbolic link.</summary>
    SymbolicLink,

    /// <summary>A hard link to a file of the same layer.</summary>
    HardLink,

    /// <summary>A device or pipe.</summary>
    Special,

    /// <summary>The path of a lower layer is deleted.</summary>
    Whiteout,

    /// <summary>All that lower layers have below the directory is deleted.</summary>
    OpaqueDirectory,
}
