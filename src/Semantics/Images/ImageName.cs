namespace Dockerlint.Semantics.Images;

/// <summary>The one name under which an image is looked up, however a FROM writes it.</summary>
internal static class ImageName
{
    // Platforms under whose names the official images of one platform lie.
    private static readonly string[] s_platforms =
        ["amd64/", "arm32v5/", "arm32v6/", "arm32v7/", "arm64v8/", "i386/", "mips64le/", "ppc64le/", "riscv64/", "s390x/", "winamd64/"];

    /// <summary>Official images by their short name, others of the default registry without it, the rest with their registry.</summary>
    internal static string Of(ImageReference image) =>
        Of(image.Registry is null ? image.Repository : $"{image.Registry}/{image.Repository}");

    internal static string Of(string name)
    {
        // The official images are also published in these places.
        foreach (var prefix in (
            ReadOnlySpan<string>)["docker.io/", "index.docker.io/", "registry-1.docker.io/", "public.ecr.aws/docker/", "mirror.gcr.io/"])
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                name = name[prefix.Length..];
                break;
            }
        }

        if (name.StartsWith("library/", StringComparison.Ordinal))
        {
            return name["library/".Length..];
        }

        var platform = Array.Find(s_platforms, item => name.StartsWith(item, StringComparison.Ordinal));
        return platform is null ? name : name[platform.Length..];
    }

    /// <summary>The tag; <c>latest</c> where neither tag nor digest is written, null where a digest alone says which image it is.</summary>
    internal static string? TagOf(ImageReference image) => image.Tag ?? (image.Digest is null ? "latest" : null);
}
