using Dockerlint.Semantics;
using Dockerlint.Semantics.Images;

namespace Dockerlint.Linting;

/// <summary>What is known of the images that the stages of a file start from.</summary>
public sealed class StageImages : IFact<StageImages>
{
    private readonly Dictionary<Stage, BaseImage?> _known = [];
    private readonly LintSettings _settings;

    private StageImages(LintSettings settings) => _settings = settings;

    /// <inheritdoc/>
    public static StageImages Compute(FileFacts file) => new(file.Settings);

    /// <summary>
    /// The image at the root of a stage's chain of bases, <see cref="BaseImage.Scratch"/> included; null when nothing is known of it.
    /// What stages between say is not part of it.
    /// </summary>
    public BaseImage? Of(Stage stage)
    {
        var root = stage.Root;
        if (!_known.TryGetValue(root, out var image))
        {
            _known.Add(root, image = Find(root.Base));
        }

        return image;
    }

    private BaseImage? Find(BaseReference reference) => reference switch
    {
        { Kind: BaseKind.Scratch } => BaseImage.Scratch,

        // A build context of that name takes the image's place.
        { Kind: BaseKind.Image, Image: { } image } when !_settings.NamedContexts.Any(context =>
            context == reference.Text || IsSame(context, image)) =>
            _settings.Images.Find(image),
        _ => null,
    };

    private static bool IsSame(string context, ImageReference image) =>
        ImageReference.TryParse(context) is { } other && other.Digest == image.Digest && ImageCatalog.AreSame(other, image);
}
