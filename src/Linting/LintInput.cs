using System.Collections.Immutable;
using Dockerlint.Linting.Targets;
using Dockerlint.Text;

namespace Dockerlint.Linting;

/// <summary>One file to lint, and what is known around it.</summary>
/// <param name="Source">The file.</param>
public sealed record LintInput(SourceText Source)
{
    /// <summary>The text of the .dockerignore file that applies; null when there is none or it is not known.</summary>
    public string? DockerIgnore { get; init; }

    /// <summary>The build context; null when it is not known. Its .dockerignore file goes before <see cref="DockerIgnore"/>.</summary>
    public LintContext? Context { get; init; }

    /// <summary>A build of the file that a Compose or Bake file describes; null when only the configuration speaks of it.</summary>
    public BuildTarget? Build { get; init; }

    /// <summary>
    /// Another program to ask; what it finds is configured, suppressed and sorted like our own findings. Null when there is none.
    /// </summary>
    public IForeignLinter? Foreign { get; init; }

    /// <summary>
    /// The platforms of base images, such as <c>linux/arm64</c>, by their names as FROM writes them after expansion, as far as somebody
    /// asked a registry.
    /// </summary>
    public ImmutableDictionary<string, string> BasePlatforms { get; init; } = ImmutableDictionary<string, string>.Empty;
}
