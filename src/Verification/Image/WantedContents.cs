namespace Dockerlint.Verification;

/// <summary>Reads an image with the contents of some files, through links, too.</summary>
internal static class WantedContents
{
    /// <summary>The image, which is read again where a wanted path leads to a file whose content was not kept.</summary>
    /// <param name="wanted">The paths.</param>
    /// <param name="read">Reads the image and keeps the contents of some files.</param>
    internal static async Task<(ImageContents Contents, ImageTree Tree)> ReadAsync(
        IReadOnlyList<string> wanted, Func<IReadOnlyList<string>, Task<ImageContents>> read)
    {
        var contents = await read(wanted);
        var tree = new ImageTree(contents);
        var linked = wanted.Select(tree.Find).OfType<ImageFile>()
            .Where(file => file.Kind == ImageFileKind.File && file.Content is null).Select(file => file.Path).ToList();
        if (linked.Count == 0)
        {
            return (contents, tree);
        }

        contents = await read([.. wanted, .. linked]);
        return (contents, new ImageTree(contents));
    }
}
