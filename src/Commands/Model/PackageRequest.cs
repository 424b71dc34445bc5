namespace Dockerlint.Commands;

/// <summary>A package that a command names.</summary>
/// <param name="Word">The word that names it.</param>
/// <param name="Name">The name without version; for paths and addresses the whole word.</param>
/// <param name="Version">The version or range that it is held to; null without.</param>
/// <param name="IsExact">Whether that is one version and no range.</param>
/// <param name="Origin">Where it comes from.</param>
public readonly record struct PackageRequest(CommandWord Word, string Name, string? Version, bool IsExact, PackageOrigin Origin);
