using Dockerlint.Linting.Targets;

namespace Dockerlint.Workspace;

/// <summary>A build of a Dockerfile that a Compose or Bake file describes.</summary>
/// <param name="Target">What the file says.</param>
/// <param name="Context">The folder of the build context, to be opened from the current folder; null when it is none on this
/// machine.</param>
public sealed record KnownBuild(BuildTarget Target, string? Context);
