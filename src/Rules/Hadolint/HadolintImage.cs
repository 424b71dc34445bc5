using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>
/// An image as hadolint takes it apart, before any expansion: the registry is what stands before a slash with a dot in it, so
/// <c>localhost:5000/x</c> has none.
/// </summary>
/// <param name="Registry">The registry, or null.</param>
/// <param name="Name">What is left: repository or stage.</param>
/// <param name="Tag">The tag, or null.</param>
/// <param name="Digest">The digest, or null.</param>
internal sealed record HadolintImage(string? Registry, string Name, string? Tag, string? Digest)
{
    internal static HadolintImage Of(FromInstruction from) => Parse(from.Image.RawText);

    internal static HadolintImage Parse(string text)
    {
        string? registry = null;
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        var slash = dot < 0 ? -1 : text.IndexOf('/', dot);
        if (dot > 0 && slash > dot + 1)
        {
            (registry, text) = (text[..slash], text[(slash + 1)..]);
        }

        string? tag = null;
        string? digest = null;
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at >= 0)
        {
            (text, digest) = (text[..at], text[(at + 1)..]);
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon >= 0)
        {
            (text, tag) = (text[..colon], text[(colon + 1)..]);
        }

        return new HadolintImage(registry, text, tag, digest);
    }
}
