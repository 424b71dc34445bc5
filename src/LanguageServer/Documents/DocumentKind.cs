namespace Dockerlint.LanguageServer.Documents;

/// <summary>What a document is to the server.</summary>
internal enum DocumentKind
{
    /// <summary>Nothing it knows.</summary>
    Other,

    /// <summary>A Dockerfile or Containerfile.</summary>
    Dockerfile,

    /// <summary>A .dockerignore file.</summary>
    IgnoreFile,

    /// <summary>A Compose or Bake file.</summary>
    BuildFile,

    /// <summary>A configuration of ours or hadolint's.</summary>
    Configuration,
}
