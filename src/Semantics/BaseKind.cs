namespace Dockerlint.Semantics;

/// <summary>What a stage starts from.</summary>
public enum BaseKind
{
    /// <summary>An earlier stage.</summary>
    Stage,

    /// <summary>The empty image.</summary>
    Scratch,

    /// <summary>An image from a registry.</summary>
    Image,

    /// <summary>It depends on a value that is not known.</summary>
    Unknown,

    /// <summary>Its name is empty or no valid reference.</summary>
    Invalid,
}
