namespace Dockerlint.Cache;

/// <summary>What touching a path does to a build context.</summary>
public enum TouchKind
{
    /// <summary>A file that is there gets another content, or each file below a folder.</summary>
    Changed,

    /// <summary>A file that was not there comes into being.</summary>
    Added,

    /// <summary>The builder is not given the path: .dockerignore leaves it out.</summary>
    Ignored,
}
