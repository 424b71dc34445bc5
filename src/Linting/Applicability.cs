namespace Dockerlint.Linting;

/// <summary>Whether a fix may be applied unasked.</summary>
public enum Applicability
{
    /// <summary>Same image, or the same minus the offence.</summary>
    Safe,

    /// <summary>May change the image or lose a comment; applied only when asked for.</summary>
    Unsafe,

    /// <summary>A suggestion that is never applied by the program.</summary>
    Manual,
}
