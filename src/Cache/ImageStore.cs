namespace Dockerlint.Cache;

/// <summary>What an engine keeps its images with.</summary>
public enum ImageStore
{
    /// <summary>
    /// A graph driver such as overlay2, as Docker Engine does by default up to 28. It cannot merge layers, so <c>COPY --link</c> is there
    /// what <c>COPY</c> is.
    /// </summary>
    GraphDriver,

    /// <summary>containerd, or a BuildKit of its own: <c>COPY --link</c> does not depend on the step before.</summary>
    Containerd,
}
