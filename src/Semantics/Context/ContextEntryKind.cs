namespace Dockerlint.Semantics.Context;

/// <summary>What a path of the build context is.</summary>
public enum ContextEntryKind
{
    /// <summary>A regular file.</summary>
    File,

    /// <summary>A directory.</summary>
    Directory,

    /// <summary>A symbolic link.</summary>
    SymbolicLink,

    /// <summary>Something whose content cannot be known.</summary>
    Unknown,

    /// <summary>A git submodule, whose files are known by the commit it is at: that is its content.</summary>
    Submodule,
}
