using System.Collections.Immutable;
using Dockerlint.Semantics;
using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;

namespace Dockerlint.Cache;

/// <summary>
/// Everything one build depends on: the Dockerfile, the context after .dockerignore, the options and the images it names.
/// </summary>
/// <param name="Dockerfile">The Dockerfile.</param>
/// <param name="Context">The build context.</param>
/// <param name="Settings">The options of the build command.</param>
public sealed record BuildState(SyntaxTree Dockerfile, ContextManifest Context, BuildSettings Settings)
{
    /// <summary>What is known of images, by the name the Dockerfile gives them or any spelling of it.</summary>
    public ImmutableDictionary<string, BaseImage> Images { get; init; } = ImmutableDictionary<string, BaseImage>.Empty;

    /// <summary>What is known of an image.</summary>
    public BaseImage Image(string name)
    {
        if (Images.TryGetValue(name, out var image))
        {
            return image;
        }

        var full = FullName(name);
        return Images.FirstOrDefault(pair => FullName(pair.Key) == full).Value ?? BaseImage.Unknown;
    }

    /// <summary>
    /// A name with registry, namespace and tag spelled out, as the engine completes it: <c>alpine</c> is
    /// <c>docker.io/library/alpine:latest</c>.
    /// </summary>
    public static string FullName(string name)
    {
        if (ImageReference.TryParse(name) is not { } reference)
        {
            return name;
        }

        var registry = reference.Registry is null or "index.docker.io" ? "docker.io" : reference.Registry;
        var repository = registry == "docker.io" && !reference.Repository.Contains('/', StringComparison.Ordinal)
            ? "library/" + reference.Repository
            : reference.Repository;
        return reference.Digest is { } digest
            ? $"{registry}/{repository}@{digest}"
            : $"{registry}/{repository}:{reference.Tag ?? "latest"}";
    }
}
