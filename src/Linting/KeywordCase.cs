namespace Dockerlint.Linting;

/// <summary>The case of instruction keywords.</summary>
public enum KeywordCase
{
    /// <summary>Upper case.</summary>
    Upper,

    /// <summary>Lower case.</summary>
    Lower,

    /// <summary>As written.</summary>
    Preserve,
}
