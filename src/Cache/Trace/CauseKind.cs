namespace Dockerlint.Cache;

/// <summary>Why a step is not simply reused.</summary>
public enum CauseKind
{
    /// <summary>A file of the build context.</summary>
    File,

    /// <summary>A build argument.</summary>
    Argument,

    /// <summary>An environment variable.</summary>
    Environment,

    /// <summary>The command of a RUN.</summary>
    Command,

    /// <summary>The instruction itself: another one stood here, or other words.</summary>
    Instruction,

    /// <summary>No earlier build had a step here.</summary>
    New,

    /// <summary>The base image.</summary>
    Base,

    /// <summary>A step before it in the stage, or in the stage below.</summary>
    Parent,

    /// <summary>Files of another stage.</summary>
    Stage,

    /// <summary>Files of another image.</summary>
    Image,

    /// <summary>The sources of a COPY or ADD as written.</summary>
    Source,

    /// <summary>The destination.</summary>
    Destination,

    /// <summary>A flag of the instruction.</summary>
    Flag,

    /// <summary>A mount.</summary>
    Mount,

    /// <summary>The user in force.</summary>
    User,

    /// <summary>The working directory in force.</summary>
    WorkingDirectory,

    /// <summary>The body of a heredoc.</summary>
    Heredoc,

    /// <summary>Something on the network that has no checksum.</summary>
    Remote,

    /// <summary>An option of the build command.</summary>
    Option,

    /// <summary>What a builder exported, or another imports, of the cache.</summary>
    Export,

    /// <summary>The build fails here.</summary>
    Failure,
}
