namespace Dockerlint.Linting;

/// <summary>Whose notation a suppression comment uses.</summary>
public enum SuppressionDialect
{
    /// <summary><c># dockerlint ignore=</c></summary>
    Dockerlint,

    /// <summary><c># hadolint ignore=</c></summary>
    Hadolint,

    /// <summary><c># check=skip=</c>; a directive only at the top of a file, which the caller has to see to.</summary>
    BuildKit,
}
