namespace Dockerlint.Verification;

/// <summary>What an image is compared with.</summary>
/// <param name="Name">An image of the engine, or the file of a report.</param>
public sealed record ComparisonRequest(string Name)
{
    /// <summary>What is in it; null when the engine has to be asked.</summary>
    public ImageInventory? Inventory { get; init; }

    /// <summary>The most bytes the image may have more; null for any.</summary>
    public long? MaxGrowth { get; init; }

    /// <summary>The most percent the image may have more; null for any.</summary>
    public double? MaxGrowthPercent { get; init; }
}
