namespace Dockerlint.Semantics;

/// <summary>An image name, taken apart as the distribution project's reference grammar does.</summary>
/// <param name="Registry">The host with its port, or null for the default registry.</param>
/// <param name="Repository">The path as written.</param>
/// <param name="Tag">The tag, or null.</param>
/// <param name="Digest">The digest with its algorithm, or null.</param>
public sealed record ImageReference(string? Registry, string Repository, string? Tag, string? Digest)
{
    private const int LongestRepository = 255;
    private const string LowerHex = "0123456789abcdef";

    /// <summary>Reads a reference; null when the engine would call it invalid.</summary>
    public static ImageReference? TryParse(string text)
    {
        var rest = text;
        string? digest = null;
        var at = rest.IndexOf('@', StringComparison.Ordinal);
        if (at >= 0)
        {
            (rest, digest) = (rest[..at], rest[(at + 1)..]);
            if (!IsDigest(digest))
            {
                return null;
            }
        }

        string? tag = null;
        var colon = rest.LastIndexOf(':');
        if (colon > rest.LastIndexOf('/'))
        {
            (rest, tag) = (rest[..colon], rest[(colon + 1)..]);
            if (tag.Length is 0 or > 128 || tag[0] is '.' or '-' || !tag.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-'))
            {
                return null;
            }
        }

        string? registry = null;
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0 && (rest.AsSpan(0, slash).ContainsAny('.', ':') || rest.StartsWith("localhost/", StringComparison.Ordinal)
            || rest.AsSpan(0, slash).ContainsAnyInRange('A', 'Z')))
        {
            (registry, rest) = (rest[..slash], rest[(slash + 1)..]);
        }

        // The default registry puts official images under library/, which counts.
        var implied = registry is null && !rest.Contains('/', StringComparison.Ordinal) ? "library/".Length : 0;
        if (rest.Length + implied > LongestRepository || (registry is not null && !IsRegistry(registry))
            || (text.Length == 64 && text.AsSpan().IndexOfAnyExcept(LowerHex) < 0))
        {
            return null; // 64 hexadecimal digits alone would be an image ID
        }

        return rest.Split('/').All(IsPathComponent) ? new ImageReference(registry, rest, tag, digest) : null;
    }

    // Lower-case letters and digits, joined by one dot, one or two underscores, or dashes.
    private static bool IsPathComponent(string component)
    {
        if (component.Length == 0 || !char.IsAsciiLetterOrDigit(component[0]) || !char.IsAsciiLetterOrDigit(component[^1]))
        {
            return false;
        }

        for (var i = 0; i < component.Length; i++)
        {
            var c = component[i];
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c is not ('.' or '_' or '-'))
            {
                return false;
            }

            if ((c == '.' && component[i + 1] is '.' or '_' or '-') || (c == '_' && component[i + 1] is '.' or '-')
                || (c == '-' && component[i + 1] is '.' or '_')
                    || (c == '_' && i + 2 < component.Length && component[i + 1] == '_' && component[i + 2] == '_'))
            {
                return false;
            }
        }

        return true;
    }

    internal static bool IsDigest(string digest)
    {
        var colon = digest.IndexOf(':', StringComparison.Ordinal);
        var digits = digest.Length - colon - 1;
        return colon > 0 && digits == (digest[..colon] switch { "sha256" => 64, "sha384" => 96, "sha512" => 128, _ => -1 })
            && digest.AsSpan(colon + 1).IndexOfAnyExcept(LowerHex) < 0;
    }

    // A host name or a bracketed IPv6 address, then perhaps a port.
    private static bool IsRegistry(string registry)
    {
        var close = registry.StartsWith('[') ? registry.IndexOf(']', StringComparison.Ordinal) : -1;
        var colon = registry.IndexOf(':', close + 1);
        if (colon >= 0 && (colon == registry.Length - 1 || registry.AsSpan(colon + 1).ContainsAnyExceptInRange('0', '9')))
        {
            return false;
        }

        var host = colon < 0 ? registry : registry[..colon];
        if (host.StartsWith('['))
        {
            return close == host.Length - 1 && close > 1 && host.AsSpan(1, close - 1).IndexOfAnyExcept("0123456789abcdefABCDEF:") < 0;
        }

        return host.Split('.').All(part => part.Length > 0 && part.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            && part[0] != '-' && part[^1] != '-');
    }
}
