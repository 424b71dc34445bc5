namespace Dockerlint.Semantics.Images;

/// <summary>What is known of images: the public ones of the table, and what somebody tells of others.</summary>
/// <param name="Entries">What is told, weakest first: where several speak of an image, the last that knows a fact decides.</param>
public sealed record ImageCatalog(IReadOnlyList<ImageEntry> Entries)
{
    /// <summary>The public images alone.</summary>
    public static ImageCatalog Public { get; } = new([]);

    /// <summary>
    /// The facts of an image; null when nothing is known of it. With a digest beside the tag the facts are those of the tag; a digest
    /// alone does not say which tag it was.
    /// </summary>
    public BaseImage? Find(ImageReference image)
    {
        var facts = ImageName.TagOf(image) is { } tag ? KnownImages.Embedded.Find(ImageName.Of(image), tag) : null;
        foreach (var entry in Entries)
        {
            if (entry.Speaks(image))
            {
                var like = entry.LikeOf(image) is ({ } name, { } other) ? KnownImages.Embedded.Find(name, other) : null;
                facts = entry.Facts.Over(like).Over(facts);
            }
        }

        return facts;
    }

    /// <summary>Whether two references mean the same image and tag, however each is written.</summary>
    public static bool AreSame(ImageReference one, ImageReference other) =>
        ImageName.Of(one) == ImageName.Of(other) && (one.Tag ?? "latest") == (other.Tag ?? "latest");
}
