namespace Dockerlint.Verification;

/// <summary>How much of an image is read at most.</summary>
public sealed record ImageReadLimits
{
    /// <summary>The limits of the command: far beyond any real image.</summary>
    public static ImageReadLimits Default { get; } = new();

    /// <summary>Entries of all layers together.</summary>
    public long Entries { get; init; } = 1_000_000;

    /// <summary>Bytes of all layers together, unpacked.</summary>
    public long Bytes { get; init; } = 200L << 30;

    /// <summary>Characters of a path or of the target of a link; a longer one is left out. Linux knows no longer ones.</summary>
    public int PathLength { get; init; } = 4096;

    /// <summary>Characters of all paths and targets together.</summary>
    public long Characters { get; init; } = 200_000_000;

    /// <summary>Bytes of all manifests and configurations together.</summary>
    public long DocumentBytes { get; init; } = 64 << 20;

    /// <summary>Parts of the archive: layers, manifests, configurations.</summary>
    public int Blobs { get; init; } = 10_000;
}
