namespace Dockerlint.Cache;

/// <summary>How sure a status is.</summary>
public enum StepCertainty
{
    /// <summary>Nothing outside can change it.</summary>
    Certain,

    /// <summary>It holds as long as an address answers what it did, or two names of images are two images.</summary>
    Likely,

    /// <summary>It is rebuilt, yet reused if files that are made again come out the same.</summary>
    Open,
}
