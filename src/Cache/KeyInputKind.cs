namespace Dockerlint.Cache;

/// <summary>What part of a cache key an input is.</summary>
public enum KeyInputKind
{
    /// <summary>The layers, or the image ID, of the base image.</summary>
    Base,

    /// <summary>The instruction itself: its keyword, or for the classic builder its normalised text.</summary>
    Instruction,

    /// <summary>The command of a RUN with its shell.</summary>
    Command,

    /// <summary>An ARG in force.</summary>
    Argument,

    /// <summary>An environment variable in force.</summary>
    Environment,

    /// <summary>The user in force.</summary>
    User,

    /// <summary>The working directory in force.</summary>
    WorkingDirectory,

    /// <summary>The names of sources that go into the key.</summary>
    Source,

    /// <summary>Where a COPY, ADD or WORKDIR puts things.</summary>
    Destination,

    /// <summary>A flag of the instruction.</summary>
    Flag,

    /// <summary>A mount of a RUN.</summary>
    Mount,

    /// <summary>Files of the build context.</summary>
    Files,

    /// <summary>Files of another stage.</summary>
    Stage,

    /// <summary>Files of another image.</summary>
    Image,

    /// <summary>The body of a heredoc.</summary>
    Heredoc,

    /// <summary>Something on the network.</summary>
    Remote,

    /// <summary>An option of the build command.</summary>
    Option,
}
