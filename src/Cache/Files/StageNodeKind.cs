namespace Dockerlint.Cache;

/// <summary>What a followed path of a stage is.</summary>
internal enum StageNodeKind
{
    /// <summary>A regular file, or something taken whole from where nothing is known of it.</summary>
    File,

    /// <summary>A directory.</summary>
    Directory,

    /// <summary>A symbolic link.</summary>
    Link,

    /// <summary>Something that was there and is removed.</summary>
    Removed,
}
