namespace Dockerlint.Verification;

/// <summary>One layer of an image.</summary>
/// <param name="CreatedBy">What the image's history says made it; empty when it says nothing.</param>
/// <param name="HistoryIndex">Its place in the history; -1 when the history is of no help.</param>
/// <param name="Files">Its paths in the order of the archive.</param>
public sealed record ImageLayer(string CreatedBy, int HistoryIndex, IReadOnlyList<ImageFile> Files)
{
    /// <summary>The digest of the unpacked layer.</summary>
    public string DiffId { get; init; } = "";

    /// <summary>The bytes of its files.</summary>
    public long Size => Files.Sum(file => file.Size);
}
