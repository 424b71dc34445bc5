namespace Dockerlint.Verification;

/// <summary>What an image holds: the layers from the bottom up, the configuration, the history.</summary>
/// <param name="Config">The configuration.</param>
/// <param name="Layers">The layers.</param>
public sealed record ImageContents(ImageConfig Config, IReadOnlyList<ImageLayer> Layers)
{
    /// <summary>What could not be looked at, in words.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
