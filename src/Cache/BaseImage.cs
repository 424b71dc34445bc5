using System.Collections.Immutable;
using Dockerlint.Semantics.Context;

namespace Dockerlint.Cache;

/// <summary>What is known of an image that a Dockerfile names; everything is optional.</summary>
public sealed record BaseImage
{
    /// <summary>Nothing is known: images of one name count as the same.</summary>
    public static BaseImage Unknown { get; } = new();

    /// <summary>The digest or image ID: equal digests are equal images.</summary>
    public string? Digest { get; init; }

    /// <summary>An identity of the layers alone, which is all BuildKit compares; null to compare digests.</summary>
    public string? Layers { get; init; }

    /// <summary>The environment in order; null when it is not known.</summary>
    public ImmutableArray<KeyValuePair<string, string>>? Environment { get; init; }

    /// <summary>The user, empty for root; null when it is not known.</summary>
    public string? User { get; init; }

    /// <summary>The working directory; null when it is not known.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>The ONBUILD triggers, each the text of an instruction.</summary>
    public ImmutableArray<string> OnBuild { get; init; } = [];

    /// <summary>All files of the image; null when they are not known.</summary>
    public ContextManifest? Files { get; init; }
}
