namespace Dockerlint.Semantics.Conversion;

/// <summary>What Podman and Buildah understand and docker build does not.</summary>
internal static class PodmanSyntax
{
    private static readonly string[] s_transports =
        ["oci-archive", "docker-archive", "docker-daemon", "containers-storage", "oci", "dir", "ostree", "sif"];

    private static readonly string[] s_mountKeys = ["z", "Z", "relabel", "U", "chown", "bind-propagation", "bind-nonrecursive", "idmap"];

    /// <summary>Whether a file bears the name that is theirs.</summary>
    internal static bool IsContainerfile(string path)
    {
        var name = path.AsSpan(path.AsSpan().LastIndexOfAny('/', '\\') + 1);
        return name.Equals("Containerfile", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("Containerfile.", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".Containerfile", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether the name of a base begins with the way to reach it, as in <c>oci-archive:image.tar</c>.</summary>
    internal static bool HasTransport(string name) => name.StartsWith("docker://", StringComparison.Ordinal)
        || (name.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && Array.IndexOf(s_transports, name[..colon]) >= 0

            // oci:1.2 may be an image; a tag holds no slash.
            && (name.AsSpan(0, colon).Contains('-') || name.AsSpan(colon + 1).Contains('/')));

    /// <summary>Whether a key of a mount is theirs alone.</summary>
    internal static bool IsMountKey(string key) => Array.IndexOf(s_mountKeys, key) >= 0;
}
