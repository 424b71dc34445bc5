namespace Dockerlint.Linting.Custom;

/// <summary>What custom rules can be about.</summary>
public enum CustomSubject
{
    /// <summary>An image that a FROM, a COPY --from or a mount names.</summary>
    Image,

    /// <summary>An instruction, by its keyword.</summary>
    Instruction,

    /// <summary>A program that a command runs.</summary>
    Tool,

    /// <summary>A package that a command installs.</summary>
    Package,

    /// <summary>A label.</summary>
    Label,

    /// <summary>The user of a USER.</summary>
    User,

    /// <summary>A port of an EXPOSE.</summary>
    Port,

    /// <summary>A variable that an ENV or ARG sets.</summary>
    Variable,

    /// <summary>A path of the image that a COPY, ADD, WORKDIR or VOLUME names.</summary>
    Path,

    /// <summary>A file of the build context, after .dockerignore.</summary>
    File,
}
