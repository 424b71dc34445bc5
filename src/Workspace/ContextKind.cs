namespace Dockerlint.Workspace;

/// <summary>What a build is given as its context.</summary>
public enum ContextKind
{
    /// <summary>A directory as it is on disk; of a revision, its files without git's own folder.</summary>
    Directory,

    /// <summary>The work tree of a clone (<c>docker build .</c>): git's own folder is in it unless .dockerignore says otherwise.</summary>
    Checkout,

    /// <summary>
    /// The address of a repository, which the builder clones: neither .dockerignore nor git's own folder count (BuildKit,
    /// frontend/dockerui/config.go).
    /// </summary>
    GitUrl,
}
