namespace Dockerlint.FixProof;

/// <summary>An image as far as it is compared.</summary>
/// <param name="Configuration">The fields of its configuration that are not empty, as text.</param>
/// <param name="Files">Its root file system by path.</param>
internal sealed record ImageSnapshot(IReadOnlyDictionary<string, string> Configuration, IReadOnlyDictionary<string, FileFacts> Files);
