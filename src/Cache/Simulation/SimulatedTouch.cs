namespace Dockerlint.Cache;

/// <summary>A path that is touched in thought.</summary>
/// <param name="Path">The path, below the context.</param>
/// <param name="Kind">What that does.</param>
/// <param name="Files">The files of the context that change with it, in ordinal order.</param>
public sealed record SimulatedTouch(string Path, TouchKind Kind, IReadOnlyList<string> Files);
