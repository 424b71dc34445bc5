namespace Dockerlint.Verification;

/// <summary>How large an image may be.</summary>
public sealed record ImageLimits
{
    /// <summary>Bytes of all layers; null for any size.</summary>
    public long? MaxSize { get; init; }

    /// <summary>Bytes in files that later layers delete or replace, those of the base image not counted.</summary>
    public long MaxWasted { get; init; } = 1_000_000;
}
