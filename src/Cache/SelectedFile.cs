namespace Dockerlint.Cache;

/// <summary>A file of the build context that a step reads.</summary>
/// <param name="Path">Its path in the context.</param>
/// <param name="Digest">All that counts of it: kind, mode, owner, link target and content.</param>
/// <param name="Content">The digest of the content alone; null for what has none.</param>
/// <param name="Size">Its bytes; 0 for what has none.</param>
public sealed record SelectedFile(string Path, string Digest, string? Content, long Size)
{
    internal const string OfSubmodule = "submodule|";
}
