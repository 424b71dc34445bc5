using Dockerlint.Linting;

namespace Dockerlint.Workspace;

/// <summary>A build context of a Dockerfile.</summary>
/// <param name="Context">What is in it; null when its .dockerignore file cannot be read, so that nobody knows what is sent.</param>
/// <param name="IgnorePath">The path of its .dockerignore file, which need not exist.</param>
/// <param name="Problem">Why that file cannot be read.</param>
public sealed record KnownContext(LintContext? Context, string IgnorePath, string? Problem)
{
    /// <summary>Its folder.</summary>
    public string Folder { get; init; } = ".";
}
