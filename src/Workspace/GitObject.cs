namespace Dockerlint.Workspace;

/// <summary>What asking the repository for a content gave.</summary>
/// <param name="Content">The bytes; null when there are none to have.</param>
/// <param name="Problem">Why not; null when they are there.</param>
internal readonly record struct GitObject(byte[]? Content, string? Problem)
{
    internal static GitObject Missing(string name) =>
        new(null, $"the repository does not hold its content ({name[..Math.Min(name.Length, 12)]}), as a partial clone does; nothing is "
            + "fetched here");
}
