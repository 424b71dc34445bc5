namespace Dockerlint.Fuzz;

/// <summary>What an input is, and so what is done with it.</summary>
public enum FuzzKind
{
    /// <summary>A Dockerfile that is parsed only.</summary>
    Parse,

    /// <summary>A Dockerfile that goes through everything.</summary>
    Complete,

    /// <summary>A configuration file of ours.</summary>
    Config,

    /// <summary>A configuration file of hadolint.</summary>
    Hadolint,

    /// <summary>A Compose file.</summary>
    Compose,

    /// <summary>A Bake file, a baseline and measured times, which are JSON.</summary>
    Json,

    /// <summary>A Dockerfile, the text of a .dockerignore file, and the names of the files of a context.</summary>
    Context,
}
