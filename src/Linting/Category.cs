namespace Dockerlint.Linting;

/// <summary>What a rule is about.</summary>
public enum Category
{
    /// <summary>The instruction does not do what it seems to.</summary>
    Correctness,

    /// <summary>Two builds of the same file may differ.</summary>
    Reproducibility,

    /// <summary>Secrets, privileges and trust.</summary>
    Security,

    /// <summary>Cached layers are lost needlessly.</summary>
    Cache,

    /// <summary>The image is larger than it must be.</summary>
    Size,

    /// <summary>What is sent to the builder.</summary>
    Context,

    /// <summary>Shell scripts in instructions.</summary>
    Shell,

    /// <summary>Form and convention.</summary>
    Style,
}
