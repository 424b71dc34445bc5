namespace Dockerlint.Linting;

/// <summary>What the value of a required label must be.</summary>
public enum LabelForm
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>An absolute URI.</summary>
    Url,

    /// <summary>An SPDX licence expression.</summary>
    Spdx,

    /// <summary>A git commit hash.</summary>
    Hash,

    /// <summary>A date and time as in RFC 3339.</summary>
    Rfc3339,

    /// <summary>A version as in Semantic Versioning 2.0.</summary>
    SemVer,

    /// <summary>An e-mail address as in RFC 5322.</summary>
    Email,
}
