namespace Dockerlint.Syntax;

/// <summary>The types of a RUN mount.</summary>
public enum MountType
{
    /// <summary>Files of the build context, a stage or an image; the default.</summary>
    Bind,

    /// <summary>A folder that outlives the build.</summary>
    Cache,

    /// <summary>A folder in memory.</summary>
    Tmpfs,

    /// <summary>A secret as a file or a variable.</summary>
    Secret,

    /// <summary>The socket of an SSH agent.</summary>
    Ssh,
}
