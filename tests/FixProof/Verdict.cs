namespace Dockerlint.FixProof;

/// <summary>What came of a pair.</summary>
internal enum Verdict
{
    /// <summary>The images are the same.</summary>
    Same,

    /// <summary>They differ by the offence alone.</summary>
    Offence,

    /// <summary>No safe fix is offered, and that is right.</summary>
    Refused,

    /// <summary>The file cannot be built, for a reason that is listed.</summary>
    NotBuildable,

    /// <summary>They differ by something else, or a build fails that must not.</summary>
    Different,
}
