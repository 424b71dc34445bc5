namespace Dockerlint.Semantics;

/// <summary>Which program builds the image; the two differ in scopes, in steps and in cache keys.</summary>
public enum Builder
{
    /// <summary>BuildKit, the default since Engine 23.</summary>
    BuildKit,

    /// <summary>The builder of older engines: one image per instruction.</summary>
    Classic,
}
