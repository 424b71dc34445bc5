namespace Dockerlint.Semantics.Images;

/// <summary>Facts that somebody tells of images that are not public, or that are other than the table says.</summary>
/// <param name="Pattern">The name as a FROM would write it, <c>*</c> for any characters; a tag may stand behind a colon.</param>
/// <param name="Facts">What is told.</param>
public sealed record ImageEntry(string Pattern, BaseImage Facts)
{
    /// <summary>
    /// An image whose facts hold where this one says nothing. Where it and the pattern end with <c>/*</c> the rest of the name is carried
    /// over, and without a tag here the tag that is asked for.
    /// </summary>
    public string? Like { get; init; }

    /// <summary>Whether it speaks of an image.</summary>
    internal bool Speaks(ImageReference image)
    {
        var (name, tag) = Split(Pattern);
        return Matches(ImageName.Of(name), ImageName.Of(image))
            && (tag is null || (ImageName.TagOf(image) is { } written && Matches(tag, written)));
    }

    /// <summary>The name and tag of the image this one is like; null when there is none.</summary>
    internal (string Name, string? Tag)? LikeOf(ImageReference image)
    {
        if (Like is null)
        {
            return null;
        }

        var (name, tag) = Split(Like);
        var (pattern, _) = Split(Pattern);
        if (name.EndsWith("/*", StringComparison.Ordinal))
        {
            if (!pattern.EndsWith("/*", StringComparison.Ordinal))
            {
                return null;
            }

            var full = image.Registry is null ? image.Repository : $"{image.Registry}/{image.Repository}";
            var start = pattern.IndexOf('*', StringComparison.Ordinal);
            if (start != pattern.Length - 1 || full.Length < start)
            {
                return null;
            }

            name = name[..^1] + full[start..];
        }

        return (ImageName.Of(name), tag ?? ImageName.TagOf(image));
    }

    private static bool Matches(string pattern, string text) => GlobPattern.TryParse(pattern)?.Match(text, longest: true) == text.Length;

    private static (string Name, string? Tag) Split(string text)
    {
        var colon = text.LastIndexOf(':');
        return colon > text.LastIndexOf('/') ? (text[..colon], text[(colon + 1)..]) : (text, null);
    }
}
